import { parseDocument } from '../document/index.ts';
import type { Criterion, Example } from '../library/criteria.ts';
import { loadVocabulary } from '../library/load-vocabulary.ts';
import { withOwnPages } from './knowledge.ts';
import { judge } from './review.ts';
import { compileRulebook, type Rulebook } from './rulebook.ts';

/** What running the examples of some pages showed: how many there are, and a line for each thing that is wrong. */
export interface Checked {
  readonly examples: number;
  readonly wrong: readonly string[];
}

/**
 * Reviews every example of the pages, each on its own.
 * @param own a team's pages, judged beside ours; left out, ours are checked
 */
export async function checkExamples(ours: readonly Criterion[], own?: readonly Criterion[]): Promise<Checked> {
  const vocabulary = await loadVocabulary();
  const pages = own ?? ours;
  let rulebook: Rulebook;
  try {
    rulebook = compileRulebook(withOwnPages(ours, own ?? []), vocabulary);
  } catch (error) {
    return { examples: 0, wrong: [error instanceof Error ? error.message : String(error)] };
  }
  const wrong: string[] = [];
  for (const { matter, page, examples } of pages) {
    if (examples.length === 0) wrong.push(`${page}: it holds no example; add blocks \`\`\`md met and \`\`\`md missing`);
    for (const example of examples) {
      const document = await parseDocument({ name: 'example.md', text: example.text }, vocabulary);
      const { verdicts } = judge(document, rulebook);
      const got = verdicts.find(({ criterion }) => criterion === matter.id)?.verdict;
      if (got !== example.verdict) wrong.push(told(page, example, got));
    }
  }
  return { examples: pages.reduce((sum, { examples }) => sum + examples.length, 0), wrong };
}

function told(page: string, { line, verdict }: Example, got = 'nothing'): string {
  const file = page.endsWith('.md') ? page : `references/${page}.md`;
  return `${file}:${line}: the example is to be ${verdict}; the review says ${got}`;
}
