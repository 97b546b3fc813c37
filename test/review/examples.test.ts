import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plain } from '../../src/render/paint.ts';
import { text } from '../../src/render/text.ts';
import { Report } from '../../src/review/report.ts';
import { reviewText } from './knowledge.ts';

const NAMES = ['orders', 'shop-shared-database', 'payments-saga', 'inventory-sync'];
const squeeze = (words: string) => words.replace(/\s+/g, '');

describe.each(NAMES)('examples/%s.md', (name) => {
  const file = `examples/${name}.md`;
  const design = readFileSync(file, 'utf8');

  it('has the report that stands beside this test', async () => {
    const report = await reviewText(design, file);
    await expect(text(report, plain)).toMatchFileSnapshot(`examples/${name}.txt`);
  });

  it('gives a report of the published shape, the same every time', async () => {
    const report = await reviewText(design, file);
    expect(Report.parse(report)).toEqual(report);
    expect(JSON.stringify(await reviewText(design, file))).toBe(JSON.stringify(report));
  });

  it('quotes what stands on the lines it names', async () => {
    const lines = design.split('\n');
    const { verdicts } = await reviewText(design, file);
    for (const { criterion, verdict, evidence } of verdicts) {
      expect(evidence.length > 0, criterion).toBe(verdict !== 'missing' && verdict !== 'na');
      for (const { line, endLine, quote } of evidence)
        expect(squeeze(lines.slice(line - 1, endLine).join('\n'))).toContain(squeeze(quote));
    }
  });
});

describe('the examples as a whole', () => {
  it('puts the good design far above the bad one', async () => {
    const [good, bad] = await Promise.all(
      ['orders', 'shop-shared-database'].map((name) => reviewText(readFileSync(`examples/${name}.md`, 'utf8'))),
    );
    expect(good?.verdicts.filter(({ verdict }) => verdict === 'violated')).toEqual([]);
    expect((good?.score ?? 0) - (bad?.score ?? 0)).toBeGreaterThan(50);
    expect(bad?.readiness).toBe('not-ready');
  });

  it('accuses the bad design of its shared database and its dual write', async () => {
    const { verdicts } = await reviewText(readFileSync('examples/shop-shared-database.md', 'utf8'));
    const violated = verdicts.filter(({ verdict }) => verdict === 'violated').map(({ criterion }) => criterion);
    expect(violated).toEqual(expect.arrayContaining(['private-store', 'atomic-publish', 'delivery', 'compensation']));
  });
});
