import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collect, type Design } from '../../scripts/train/collect.ts';
import { parseDocument } from '../../src/document/index.ts';
import { readWords } from '../../src/review/reading/words.ts';
import { readStatements } from '../../src/review/reading/scores.ts';
import { observe } from '../../src/review/observe.ts';
import { judgedOn, rulebook, vocabulary } from '../review/knowledge.ts';

const NAMES = ['orders', 'payments-saga', 'inventory-sync', 'shop-shared-database'];

/** The examples, labelled by what the review says of them. */
const designs = await Promise.all(
  NAMES.map(async (name): Promise<Design> => {
    const text = readFileSync(`examples/${name}.md`, 'utf8');
    const labels = (await judgedOn(text)).map(({ criterion, verdict, evidence }) => [
      criterion,
      { verdict, lines: evidence.map(({ line }) => line) },
    ]);
    const document = await parseDocument({ name, text }, vocabulary);
    return { set: 'kept', name, document, labels: Object.fromEntries(labels) as Design['labels'] };
  }),
);

describe('what is collected from labelled designs', () => {
  const { words, cells } = collect(designs, rulebook);

  it('has a cell for each criterion of each design, with its label', () => {
    expect(cells).toHaveLength(NAMES.length * rulebook.criteria.length);
    for (const { design, cell, label } of cells)
      expect(label).toBe(designs.find(({ name }) => name === design)?.labels[cell.criterion]?.verdict);
  });

  it('has words that tell what was cited: by them a statement that was is above one that was not', () => {
    const [orders] = designs;
    if (orders === undefined) throw new Error('no design');
    const observations = observe(orders.document, rulebook.matcher);
    const scores = readStatements(orders.document, observations, readWords(words)).get('retry-policy')?.scores ?? [];
    const lines = new Set(orders.labels['retry-policy']?.lines);
    const mean = (isCited: boolean) => {
      const own = scores.filter((_, at) => lines.has(observations[at]?.statement.line ?? 0) === isCited);
      return own.reduce((sum, score) => sum + score, 0) / own.length;
    };
    expect(lines.size).toBeGreaterThan(0);
    expect(mean(true)).toBeGreaterThan(mean(false));
  });

  it('is the same each time', () => {
    expect(collect(designs, rulebook)).toEqual({ words, cells });
  });
});
