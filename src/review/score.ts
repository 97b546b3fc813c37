import { ITEMS, type Item, type VerdictName } from '../library/criterion.ts';
import type { Readiness, Report, Verdict } from './report.ts';
import { isOpen } from './waivers.ts';

/** What a verdict earns of its criterion's weight; `na` leaves the sum. */
const EARNS: Readonly<Record<VerdictName, number | undefined>> = {
  met: 1,
  partial: 0.5,
  missing: 0,
  violated: 0,
  na: undefined,
};

export type Weights = ReadonlyMap<string, number>;

/**
 * Weighted mean of what the verdicts earn, 0-100; 100 where nothing applies, since nothing is lacking.
 * What is waived leaves the sum, as `na` does: somebody has answered for it, so it neither lowers the score nor earns it.
 */
function meanScore(verdicts: readonly Verdict[], weights: Weights): number {
  let earned = 0;
  let possible = 0;
  for (const { criterion, verdict, waiver } of verdicts) {
    const earns = waiver === undefined ? EARNS[verdict] : undefined;
    if (earns === undefined) continue;
    const weight = weights.get(criterion) ?? 1;
    earned += earns * weight;
    possible += weight;
  }
  return possible === 0 ? 100 : Math.round((100 * earned) / possible);
}

/** One line of the report an item, in the checklist's order. */
export function scoreItems(verdicts: readonly Verdict[], weights: Weights): Report['items'] {
  return (Object.keys(ITEMS) as Item[]).map((item) => ({
    item,
    title: ITEMS[item],
    score: meanScore(
      verdicts.filter((verdict) => verdict.item === item),
      weights,
    ),
  }));
}

/** The whole is the weighted mean over all criteria, so that an item weighs what its criteria weigh. */
export function scoreAll(verdicts: readonly Verdict[], weights: Weights): number {
  return meanScore(verdicts, weights);
}

/** Readiness asks whether anything stands in the way, whatever the score. */
export function readinessOf(verdicts: readonly Verdict[]): Readiness {
  const open = verdicts.filter(isOpen);
  const blocked = open.some(({ severity, verdict }) => severity === 'blocker' && verdict !== 'partial');
  if (blocked) return 'not-ready';
  return open.length > 0 ? 'gaps' : 'ready';
}

const MOST_NEXT = 5;
const SEVERITY = { blocker: 3, major: 2, minor: 1 } as const;
const URGENCY: Readonly<Record<VerdictName, number>> = { violated: 2, missing: 1, partial: 0.5, met: 0, na: 0 };

/** The advice of the criteria that would gain most: severity first, then how far they are from met, then weight. */
export function nextSteps(verdicts: readonly Verdict[], weights: Weights): string[] {
  const worth = ({ verdict, severity, criterion }: Verdict) =>
    URGENCY[verdict] * SEVERITY[severity] * (weights.get(criterion) ?? 1);
  return verdicts
    .filter((verdict) => isOpen(verdict) && worth(verdict) > 0)
    .toSorted((a, b) => worth(b) - worth(a))
    .slice(0, MOST_NEXT)
    .map(({ advice }) => advice);
}
