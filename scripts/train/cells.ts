import type { VerdictName } from '../../src/library/criterion.ts';
import { featuresOf } from '../../src/review/confidence.ts';
import type { Row } from './fit.ts';

/** One verdict of the engine on a labelled design; see bench/accuracy/README.md. */
export interface Cell extends Row {
  readonly design: string;
  readonly seen: boolean;
}

/**
 * The designs that the criterion pages were written against count less: there the engine is right more often than it
 * will be on a design that nobody has seen.
 */
const SEEN = 0.15;

/** @param table tab-separated, with a row of names first */
export function readCells(table: string): Cell[] {
  const [, ...lines] = table.trimEnd().split('\n');
  return lines.map((line) => {
    const [set = '', name = '', criterion = '', verdict = '', margin, statements, mean, right] = line.split('\t');
    const stand = { criterion, verdict: verdict as VerdictName, margin: Number(margin) };
    return {
      design: `${set}/${name}`,
      seen: set === 'seen',
      features: featuresOf(stand, { statements: Number(statements), mean: Number(mean) }),
      right: right === '1',
      weight: set === 'seen' ? SEEN : 1,
    };
  });
}
