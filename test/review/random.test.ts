import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Report } from '../../src/review/report.ts';
import { splitLines } from '../../src/document/lines.ts';
import { criteria, reviewText } from './knowledge.ts';
import { mutatedDesign, randomMarkdown } from './random.ts';

/** All of them, 10,000 together: a bug that one text in some thousands shows is found here, not by a user. */
const RUNS = 5000;
const SEED = 20_261_126;
/** Of one test, in milliseconds; it takes a tenth of that on a quiet machine. */
const PATIENCE = 240_000;

const ids = criteria.map(({ matter }) => matter.id).toSorted();

/** The text on some lines, 1-based and inclusive, as the report counts them. */
function linesOf(text: string, from: number, to: number): string {
  const lines = splitLines(text);
  return text.slice(lines[from - 1]?.start, lines[to - 1]?.end);
}

async function checkReview(text: string): Promise<void> {
  const report = await reviewText(text);
  expect(Report.safeParse(report).error).toBeUndefined();
  if (report.readiness === 'not-assessed') return;
  expect(report.verdicts.map(({ criterion }) => criterion).toSorted()).toEqual(ids);
  for (const { verdict, evidence } of report.verdicts) {
    expect(evidence.length > 0).toBe(verdict !== 'missing' && verdict !== 'na');
    for (const { line, endLine, quote } of evidence) expect(linesOf(text, line, endLine)).toContain(quote);
  }
  for (const { candidates } of report.questions)
    for (const { line, quote } of candidates) expect(text.slice(splitLines(text)[line - 1]?.start)).toContain(quote);
}

it.each([
  ['random Markdown', randomMarkdown],
  ['mutated designs', mutatedDesign],
])(
  `reviews ${RUNS} texts of %s without a crash, and quotes only what stands on its lines`,
  async (_, texts) => {
    await fc.assert(fc.asyncProperty(texts, checkReview), { numRuns: RUNS, seed: SEED });
  },
  PATIENCE,
);

it('gives the same report for the same text', async () => {
  const twice = fc.asyncProperty(mutatedDesign, async (text) => {
    expect(JSON.stringify(await reviewText(text))).toBe(JSON.stringify(await reviewText(text)));
  });
  await fc.assert(twice, { numRuns: 200, seed: SEED });
});
