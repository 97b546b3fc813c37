import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CriterionMatter, ITEMS, VERDICTS, type VerdictName } from './criterion.ts';
import { definitionsOf, type Definitions } from './definitions.ts';
import { createFenceReader } from './fences.ts';
import { readFolder } from './folder.ts';
import { parseFrontMatter, type FrontMatter } from './front-matter.ts';
import { linkedPaths } from './links.ts';
import { packageRoot } from './root.ts';
import { checkMatter } from './matter.ts';

/** A text that shows a verdict; `line` is the 1-based line of the page at which `text` begins. */
export interface Example {
  readonly verdict: VerdictName;
  readonly text: string;
  readonly line: number;
}

/** A criterion page as the review reads it. */
export interface Criterion {
  readonly matter: CriterionMatter;
  /** Name of the page, as `read_guidance` takes it. */
  readonly page: string;
  readonly definitions: Definitions;
  readonly examples: readonly Example[];
  /** The page without its front matter. */
  readonly body: string;
}

const INDEX = 'skills/distributed-systems-patterns/SKILL.md';

/**
 * Reads the criterion pages of the package: by item, then in the order in which the flagship's checklist links them.
 * @throws Error naming the file and what is wrong in it
 */
export async function loadCriteria(root = packageRoot()): Promise<Criterion[]> {
  const pages = await readFolder(join(root, 'references/criteria'));
  const order = linkedPaths(await readFile(join(root, INDEX), 'utf8'), 'SKILL.md');
  const criteria = [...pages].map(([path, text]) => parseCriterion(path, text));
  const items = Object.keys(ITEMS);
  const place = ({ matter }: Criterion): number => {
    const linked = order.indexOf(`references/criteria/${matter.id}.md`);
    return items.indexOf(matter.item) * 10_000 + (linked < 0 ? 9_999 : linked);
  };
  return criteria.toSorted((a, b) => place(a) - place(b));
}

const OURS = 'references/criteria';

/**
 * @param path of the page in its folder
 * @param folder a team's own, as messages call it; such a page is read as a file, ours by `read_guidance`
 * @throws Error naming the file and what is wrong in it
 */
export function parseCriterion(path: string, text: string, folder = OURS): Criterion {
  const file = `${folder}/${path}`;
  const id = path.replace(/\.md$/, '');
  const { matter, body, bodyLine } = frontMatterOf(text, file);
  const checked = checkMatter(CriterionMatter, matter, file);
  if (checked.id !== id) throw new Error(`${file}: its id is "${checked.id}"; it must equal the file's name`);
  return {
    matter: checked,
    page: folder === OURS ? `criteria/${id}` : file,
    definitions: definitionsOf(text),
    examples: examplesOf(body, bodyLine, file),
    body,
  };
}

function frontMatterOf(text: string, file: string): FrontMatter {
  try {
    return parseFrontMatter(text);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : 'not readable'}`, { cause: error });
  }
}

/** The fenced blocks `md <verdict>` of a page. */
function examplesOf(body: string, bodyLine: number, file: string): Example[] {
  const fences = createFenceReader();
  const examples: Example[] = [];
  let current: { verdict: VerdictName; line: number; lines: string[] } | undefined;
  for (const [index, line] of body.split(/\r?\n/).entries()) {
    const { at, info } = fences.next(line);
    if (at === 'open' && info.startsWith('md ')) {
      current = {
        verdict: verdictOf(info.slice(3).trim(), `${file}:${bodyLine + index}`),
        line: bodyLine + index + 1,
        lines: [],
      };
    } else if (at === 'inside') current?.lines.push(line);
    else if (at === 'close' && current !== undefined) {
      examples.push({ verdict: current.verdict, text: `${current.lines.join('\n')}\n`, line: current.line });
      current = undefined;
    }
  }
  return examples;
}

function verdictOf(word: string, where: string): VerdictName {
  const verdict = VERDICTS.find((known) => known === word);
  if (verdict === undefined) throw new Error(`${where}: no verdict "${word}". Known: ${VERDICTS.join(', ')}`);
  return verdict;
}
