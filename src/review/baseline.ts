import * as z from 'zod';
import { VerdictName } from '../library/criterion.ts';
import { likeness, wordsOf } from '../quote/quote.ts';
import type { Change, Report, Verdict } from './report.ts';
import { isOpen } from './waivers.ts';

const Earlier = z.object({
  criterion: z.string(),
  verdict: VerdictName,
  evidence: z.array(z.object({ quote: z.string() })),
  waiver: z.object({ reason: z.string() }).optional(),
});
type Earlier = z.infer<typeof Earlier>;

/** What is read of an earlier report; its other parts may be those of another version of Faultline. */
export const Baseline = z.object({ score: z.number().min(0).max(100), verdicts: z.array(Earlier).max(1000) });
export type Baseline = z.infer<typeof Baseline>;

type Changes = NonNullable<Report['changes']>;

/**
 * Compares the unmet verdicts with those of an earlier report, by criterion and by what is quoted, wherever it stands now.
 * New: unmet and not so before, worse than before, or violated by a statement that was not quoted before.
 * Fixed: unmet before and not now, or not as bad as before. What is waived is neither.
 */
export function compare(score: number, verdicts: readonly Verdict[], baseline: Baseline): Changes {
  const before = new Map(baseline.verdicts.map((verdict) => [verdict.criterion, verdict]));
  const changes: Changes = { fixed: [], new: [], unchanged: 0, score: { was: Math.round(baseline.score), is: score } };
  for (const now of verdicts) {
    const was = before.get(now.criterion);
    const change: Change = { criterion: now.criterion, was: was?.verdict ?? 'na', is: now.verdict };
    const kind = kindOf(now, was);
    if (kind === 'unchanged') changes.unchanged += 1;
    else if (kind !== undefined) changes[kind].push(change);
  }
  return changes;
}

/** How bad an unmet verdict is. */
const RANK: Readonly<Record<VerdictName, number>> = { met: 0, na: 0, partial: 1, missing: 2, violated: 3 };

function kindOf(now: Verdict, was: Earlier | undefined): 'fixed' | 'new' | 'unchanged' | undefined {
  const open = { was: was !== undefined && isOpen(was), is: isOpen(now) };
  if (!open.is) return open.was && now.waiver === undefined ? 'fixed' : undefined;
  if (!open.was || was === undefined) return 'new';
  const worse = RANK[now.verdict] - RANK[was.verdict];
  if (worse !== 0) return worse > 0 ? 'new' : 'fixed';
  return now.verdict === 'violated' && accusesAnew(now, was) ? 'new' : 'unchanged';
}

/** From this share of common words on, two quotes are the same statement, edited. */
const SAME = 0.6;

/** Whether a statement is quoted that the earlier report did not quote, in these or nearly these words. */
function accusesAnew(now: Verdict, was: Earlier): boolean {
  const known = was.evidence.map(({ quote }) => wordsOf(quote));
  return now.evidence.some(({ quote }) => {
    const words = wordsOf(quote);
    return !known.some((other) => likeness(words, other) >= SAME);
  });
}
