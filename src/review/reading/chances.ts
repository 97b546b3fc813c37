import { VERDICTS, type VerdictName } from '../../library/criterion.ts';
import type { Features } from './cell.ts';
import { softmax } from './layer.ts';

/** How likely each verdict is to be a careful reader's; they add up to 1. */
export type Chances = Readonly<Record<VerdictName, number>>;

/** For each verdict a weight for each feature. */
export type Weights = Readonly<Record<VerdictName, ReadonlyMap<string, number>>>;

type Kept = Readonly<Record<VerdictName, Readonly<Record<string, number>>>>;

export function weightsFrom(kept: Kept): Weights {
  const of = (verdict: VerdictName) => new Map(Object.entries(kept[verdict]));
  return { met: of('met'), partial: of('partial'), missing: of('missing'), violated: of('violated'), na: of('na') };
}

/**
 * The readers of the designs that the weights are learnt from are a little generous: where they read ten of the `seen` designs
 * without sight of their labels, 23 of 250 verdicts were higher and 4 lower, those with `na` aside. So this share of the chance
 * of `met` goes to `partial`, and of that of `partial` to `missing`. 0.05 is too little for the `seen` ones, 0.2 too much.
 */
const GENEROUS = 0.1;

/** How likely each verdict is: a multinomial logistic model, and what the readers from whom it is learnt are too generous. */
export function chancesOf(features: Features, weights: Weights): Chances {
  const sums = VERDICTS.map((verdict) =>
    features.reduce((sum, [name, value]) => sum + (weights[verdict].get(name) ?? 0) * value, 0),
  );
  const shares = softmax(Float64Array.from(sums));
  return stricter(
    Object.fromEntries(VERDICTS.map((verdict, at) => [verdict, shares[at] ?? 0])) as Record<VerdictName, number>,
  );
}

function stricter(chances: Chances): Chances {
  const [met, partial] = [GENEROUS * chances.met, GENEROUS * chances.partial];
  return {
    ...chances,
    met: chances.met - met,
    partial: chances.partial + met - partial,
    missing: chances.missing + partial,
  };
}

/** The scale on which verdicts are near or far from each other; `na` says that there is nothing, as `missing` does. */
export const GRADE: Readonly<Record<VerdictName, number>> = { violated: 0, missing: 1, na: 1, partial: 2, met: 3 };

/**
 * How much being near counts beside being right. From 3 on kappa rises and accuracy falls, by 0.01 each at 8, rotated; 10 gives
 * no more.
 */
const NEARNESS = 8;

/**
 * `partial` is near to everything, so it would be said of all that is uncertain, and a review that says one thing of everything
 * tells nothing: it has to be better by so much. 0.1 to 0.3 give the same, rotated; without it kappa is lower by 0.006.
 */
const HEDGE = 0.2;

/** Of some verdicts the one that is most often right, or else near: by the chances of all, and the square of how far off it would be. */
export function likeliest(chances: Chances, among: readonly VerdictName[]): VerdictName {
  const worth = (verdict: VerdictName) =>
    VERDICTS.reduce((sum, other) => {
      const far = (GRADE[verdict] - GRADE[other]) / 3;
      return other === 'na' ? sum : sum - NEARNESS * chances[other] * far * far;
    }, chances[verdict]) - (verdict === 'partial' ? HEDGE : 0);
  return among.reduce((best, verdict) => (worth(verdict) > worth(best) ? verdict : best));
}

/** Verdicts are right a little less often than the chance says, since some weights come from designs that pages were written against. */
const SOBER = 1.15;

/** How likely a verdict is right, 0-1, with two digits. */
export function confidenceIn(verdict: VerdictName, chances: Chances): number {
  return Math.round(100 * chances[verdict] ** SOBER) / 100;
}
