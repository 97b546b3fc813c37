import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { createFenceReader } from './fences.ts';
import { parseFrontMatter } from './front-matter.ts';
import { checkMatter } from './matter.ts';
import { packageRoot } from './root.ts';

export const RULE_SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;

/** Front matter of `references/rules/<id>.md`. `id` equals the file's name. */
const RuleMatter = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/),
  title: z.string().max(90),
  description: z.string().max(200),
  /** Its letter in the catalogue of faults. */
  alias: z.string().regex(/^[A-Z]\d+$/),
  severity: z.enum(RULE_SEVERITIES),
  /** The review criterion that a violation settles. */
  criterion: z.string(),
  /** Whether the criterion is met where this rule is satisfied throughout. */
  meets: z.boolean().default(false),
  /** What to do, one sentence in the imperative. */
  repair: z.string().max(200),
});
export type RuleMatter = z.infer<typeof RuleMatter>;
export type RuleSeverity = RuleMatter['severity'];

/** A model on a rule's page; `line` is the 1-based line of the page at which it begins. */
export interface RuleExample {
  readonly outcome: 'violates' | 'satisfies';
  readonly text: string;
  readonly line: number;
}

export interface RulePage {
  readonly matter: RuleMatter;
  readonly examples: readonly RuleExample[];
}

/** @throws Error naming the file and what is wrong in it */
export async function loadRulePage(id: string, root = packageRoot()): Promise<RulePage> {
  const file = `references/rules/${id}.md`;
  const { matter, body, bodyLine } = parseFrontMatter(await readFile(join(root, file), 'utf8'));
  const checked = checkMatter(RuleMatter, matter, file);
  if (checked.id !== id) throw new Error(`${file}: its id is "${checked.id}"; it must equal the file's name`);
  return { matter: checked, examples: examplesOf(body, bodyLine) };
}

function examplesOf(body: string, bodyLine: number): RuleExample[] {
  const fences = createFenceReader();
  const examples: RuleExample[] = [];
  let lines: string[] | undefined;
  for (const [index, line] of body.split(/\r?\n/).entries()) {
    const { at, info } = fences.next(line);
    const outcome = (['violates', 'satisfies'] as const).find((word) => info === `yaml ${word}`);
    if (at === 'open') lines = undefined;
    if (at === 'open' && outcome !== undefined) {
      lines = [];
      examples.push({ outcome, text: '', line: bodyLine + index + 1 });
    } else if (at === 'inside') lines?.push(line);
    const last = examples.at(-1);
    if (at === 'close' && lines !== undefined && last !== undefined)
      examples[examples.length - 1] = { ...last, text: `${lines.join('\n')}\n` };
  }
  return examples;
}
