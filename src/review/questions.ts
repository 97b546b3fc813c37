import type { Statement } from '../document/types.ts';
import { candidatesFor, clip } from './evidence.ts';
import { nearMisses } from './near-misses.ts';
import type { Observation } from './observe.ts';
import type { Settled } from './reading/settle.ts';
import type { Report, Verdict } from './report.ts';

type Question = Report['questions'][number];

/** As many as a reader settles in one further call. */
const MOST_QUESTIONS = 10;
const MOST_CANDIDATES = 3;
/** From this confidence on, a reader is unlikely to know better than the text engine. */
const SURE = 0.9;

/**
 * The criteria most worth a reader's judgement (least confidence times most weight), each with the lines to judge by
 * and what its verdicts mean. What is judged, waived or without weight is not asked.
 */
export function askAbout(
  verdicts: readonly Verdict[],
  settled: ReadonlyMap<string, Settled>,
  observations: readonly Observation[],
): Question[] {
  return verdicts
    .filter(({ source, confidence, waiver }) => source === 'text' && confidence < SURE && waiver === undefined)
    .flatMap((verdict) => {
      const found = settled.get(verdict.criterion);
      const worth = (1 - verdict.confidence) * (found?.weighed.criterion.matter.weight ?? 0);
      return found !== undefined && worth > 0 ? [{ worth, found }] : [];
    })
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, MOST_QUESTIONS)
    .map(({ found }) => questionOf(found, observations));
}

function questionOf(settled: Settled, observations: readonly Observation[]): Question {
  const { matter, definitions } = settled.weighed.criterion;
  return {
    criterion: matter.id,
    question: matter.question,
    candidates: candidates(settled, observations),
    ...(definitions === undefined ? {} : { definitions: { ...definitions } }),
  };
}

/** The lines that speak to a criterion, also those that did not carry the verdict; then those that nearly do. */
function candidates(settled: Settled, observations: readonly Observation[]): Question['candidates'] {
  const lines = new Map<number, Question['candidates'][number]>();
  const add = (statements: readonly Statement[]) => {
    for (const { line, quote } of statements)
      if (lines.size < MOST_CANDIDATES && !lines.has(line)) lines.set(line, { line, quote: clip(quote) });
  };
  for (const verdict of ['violated', 'met'] as const)
    add(candidatesFor(verdict, settled, observations).map(({ observation }) => observation.statement));
  if (lines.size < MOST_CANDIDATES) add(nearMisses(settled.weighed.criterion, observations));
  return [...lines.values()].toSorted((a, b) => a.line - b.line);
}
