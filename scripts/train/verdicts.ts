import { VERDICTS } from '../../src/library/criterion.ts';
import type { Weights } from '../../src/review/reading/chances.ts';
import type { Example, Set } from './cells.ts';
import { minimise, penalty } from './lbfgs.ts';
import { addRow, rowsOf, times } from './rows.ts';

/**
 * Designs for which the pages were widened count less: there the pages are right more often than they will be on a design
 * that nobody has seen. So they are on the `seen` ones, but these are few, and their labels the most careful.
 */
const COUNTS: Readonly<Record<Set, number>> = { seen: 1, tuned: 0.4, kept: 1 };

/** What the error counts beside the square of the weights; 0.1 to 0.5 give the same, rotated. */
const ERROR = 0.2;

/** A weight for each verdict and feature: multinomial logistic regression. The bias is free. */
export function learnVerdicts(examples: readonly Example[]): Weights {
  const names = [...new Set(examples.flatMap(({ features }) => features.map(([name]) => name)))].toSorted();
  const places = new Map(names.map((name, at) => [name, at]));
  const rows = rowsOf(
    examples.map(({ features }) => features.map(([name, value]) => [places.get(name) ?? 0, value] as const)),
    names.length,
  );
  const bias = places.get('bias');
  const weights = minimise((at, slope) => {
    let value = penalty(at, slope, (place) => place % names.length === bias);
    for (const [row, { set, label }] of examples.entries()) {
      const counts = ERROR * COUNTS[set];
      const sums = VERDICTS.map((_, of) => times(rows, row, at, of * names.length));
      const most = Math.max(...sums);
      const total = sums.reduce((sum, one) => sum + Math.exp(one - most), 0);
      value += counts * (most + Math.log(total) - (sums[VERDICTS.indexOf(label)] ?? 0));
      for (const [of, verdict] of VERDICTS.entries()) {
        const chance = Math.exp((sums[of] ?? 0) - most) / total;
        addRow(rows, row, counts * (chance - (verdict === label ? 1 : 0)), slope, of * names.length);
      }
    }
    return value;
  }, names.length * VERDICTS.length);
  return Object.fromEntries(
    VERDICTS.map((verdict, of) => [
      verdict,
      new Map(names.map((name, at) => [name, weights[of * names.length + at] ?? 0])),
    ]),
  ) as unknown as Weights;
}
