import type { VerdictName } from '../library/criterion.ts';
import learnt from './confidence.json' with { type: 'json' };

/** What is known of a verdict before anybody has checked it. */
export interface Stand {
  readonly criterion: string;
  readonly verdict: VerdictName;
  /** How far the strength stands from the bar that would change the verdict, 0.5-0.95. */
  readonly margin: number;
}

/** What is known of the design as a whole. */
export interface Whole {
  readonly statements: number;
  /** Mean of its verdicts on the scale violated 0, missing and na 1, partial 2, met 3. */
  readonly mean: number;
}

const GRADE: Readonly<Record<VerdictName, number>> = { violated: 0, missing: 1, na: 1, partial: 2, met: 3 };

/** A share of a margin, a length and a mean of a usual design, so that the weights stay small. */
const USUAL = { margin: 0.7, statements: 100, mean: 1.3 };

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(learnt.weights));

export function wholeOf(verdicts: readonly { readonly verdict: VerdictName }[], statements: number): Whole {
  const sum = verdicts.reduce((total, { verdict }) => total + GRADE[verdict], 0);
  return { statements, mean: verdicts.length === 0 ? USUAL.mean : sum / verdicts.length };
}

/** The features of a verdict by name; a criterion that was never trained on has weights for its verdict alone. */
export function featuresOf({ criterion, verdict, margin }: Stand, { statements, mean }: Whole): [string, number][] {
  return [
    ['bias', 1],
    [`criterion ${criterion}`, 1],
    [`verdict ${verdict}`, 1],
    [`pair ${criterion} ${verdict}`, 1],
    [`margin ${verdict}`, margin - USUAL.margin],
    ['length', Math.log(Math.max(1, statements) / USUAL.statements)],
    ['mean', mean - USUAL.mean],
  ];
}

/**
 * How likely a verdict is to be the one a careful reader gives, 0-1: a logistic model over the engine's agreement with
 * designs that people wrote. `npm run train` fits it; of the verdicts above 0.8 at least 85 % are right (rotated by
 * design, see test/review/confidence.test.ts).
 */
export function confidenceOf(stand: Stand, whole: Whole): number {
  const sum = featuresOf(stand, whole).reduce((total, [name, value]) => total + (WEIGHTS.get(name) ?? 0) * value, 0);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}
