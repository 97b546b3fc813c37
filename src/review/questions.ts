import type { Report, Verdict } from './report.ts';
import type { Weighed } from './weigh.ts';

const MOST_QUESTIONS = 5;
const MOST_CANDIDATES = 3;
/** Below this confidence a reader is likely to know better than the text engine. */
const UNSURE = 0.75;

/** The criteria most worth a reader's judgement (least confidence times most weight), with the lines to judge by. */
export function askAbout(verdicts: readonly Verdict[], weighed: ReadonlyMap<string, Weighed>): Report['questions'] {
  const worth = ({ criterion, confidence }: Verdict) =>
    (1 - confidence) * (weighed.get(criterion)?.criterion.matter.weight ?? 1);
  return verdicts
    .filter(({ confidence }) => confidence < UNSURE)
    .toSorted((a, b) => worth(b) - worth(a))
    .slice(0, MOST_QUESTIONS)
    .map(({ criterion, evidence }) => {
      const found = weighed.get(criterion);
      return {
        criterion,
        question: found?.criterion.matter.question ?? '',
        candidates: evidence.slice(0, MOST_CANDIDATES).map(({ line, quote }) => ({ line, quote })),
      };
    });
}
