import type { Cell } from './cells.ts';
import { fit, predict } from './fit.ts';

export interface Sure {
  readonly confidence: number;
  readonly right: boolean;
}

/** The confidence that each verdict on an unseen design gets from weights that were learnt without that design. */
export function rotated(cells: readonly Cell[]): Sure[] {
  const designs = [...new Set(cells.filter(({ seen }) => !seen).map(({ design }) => design))];
  return designs.flatMap((design) => {
    const weights = fit(cells.filter((cell) => cell.design !== design));
    return cells
      .filter((cell) => cell.design === design)
      .map(({ features, right }) => ({ confidence: predict(weights, features), right }));
  });
}

/** How many verdicts stand above a confidence, and the share of them that is right. */
export function shareRight(verdicts: readonly Sure[], above: number): { verdicts: number; right: number } {
  const sure = verdicts.filter(({ confidence }) => confidence > above);
  return { verdicts: sure.length, right: sure.filter(({ right }) => right).length / sure.length };
}

/** A line for each threshold. */
export function reliability(verdicts: readonly Sure[]): string[] {
  return [0.5, 0.6, 0.7, 0.8, 0.85].map((above) => {
    const { verdicts: sure, right } = shareRight(verdicts, above);
    return `above ${above.toFixed(2)}: ${sure} of ${verdicts.length} verdicts, ${(100 * right).toFixed(0)} % right (rotated)`;
  });
}
