import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { VerdictName } from '../../../src/library/criterion.ts';
import type { Verdict } from '../../../src/review/report.ts';
import { criteria, judgedOn } from '../knowledge.ts';

const GRADE: Readonly<Record<VerdictName, number>> = { violated: 0, missing: 1, na: 1, partial: 2, met: 3 };
const EXAMPLES = readdirSync('examples').filter((name) => name.endsWith('.md') && name !== 'README.md');

const fragments = criteria.flatMap(({ matter, page, examples }) =>
  examples
    .filter(({ verdict }) => verdict === 'met' || verdict === 'partial')
    .map(({ line, text, verdict }) => ({ place: `references/${page}.md:${line}`, id: matter.id, text, verdict })),
);

const designs = await Promise.all(
  EXAMPLES.map(async (name) => {
    const text = readFileSync(`examples/${name}`, 'utf8');
    const carried = (await judgedOn(text)).filter(({ verdict }) => verdict === 'met' || verdict === 'partial');
    return carried.map(({ criterion }) => ({ place: `${criterion} in examples/${name}`, id: criterion, text }));
  }),
);

async function verdictOf(id: string, text: string): Promise<Verdict> {
  const verdict = (await judgedOn(text)).find(({ criterion }) => criterion === id);
  if (verdict === undefined) throw new Error(`no criterion ${id}`);
  return verdict;
}

function without({ evidence }: Verdict, text: string): string {
  const gone = new Set(evidence.flatMap(({ line, endLine }) => range(line, endLine)));
  return text
    .split('\n')
    .filter((_, index) => !gone.has(index + 1))
    .join('\n');
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('deleting the lines that carry a verdict', () => {
  it.each([...fragments, ...designs.flat()])('lowers $place until nothing is left', async ({ id, text }) => {
    let left = text;
    let verdict = await verdictOf(id, left);
    while (verdict.evidence.length > 0 && GRADE[verdict.verdict] > GRADE.missing) {
      left = without(verdict, left);
      const after = await verdictOf(id, left);
      expect(GRADE[after.verdict], `${verdict.verdict} became ${after.verdict}`).toBeLessThanOrEqual(
        GRADE[verdict.verdict],
      );
      verdict = after;
    }
    expect(GRADE[verdict.verdict]).toBeLessThanOrEqual(GRADE.missing);
  });
});
