import type { VerdictName } from '../library/criterion.ts';
import type { Report, Verdict } from '../review/report.ts';

/** The verdicts of that name that nobody has waived. */
export function standing(verdicts: readonly Verdict[], name: VerdictName): Verdict[] {
  return verdicts.filter(({ verdict, waiver }) => verdict === name && waiver === undefined);
}

/** A design's row after its name: readiness, score, then how many verdicts of each kind stand and how many are waived. */
export function tally({ readiness, score, verdicts }: Report): string[] {
  if (readiness === 'not-assessed') return [readiness, '-', '-', '-', '-', '-', '-'];
  const counts = (['violated', 'missing', 'partial', 'met'] as const).map((name) => standing(verdicts, name).length);
  const waived = verdicts.filter(({ waiver }) => waiver !== undefined).length;
  return [readiness, String(score), ...counts.map(String), String(waived)];
}
