import type { Document, Statement } from '../document/types.ts';
import type { VerdictName } from '../library/criterion.ts';
import type { Observation } from './observe.ts';
import { CITED, tellingWords } from './reading/scores.ts';
import type { Settled } from './reading/settle.ts';
import type { Evidence } from './report.ts';
import type { Finding } from './weigh.ts';

const MAX_EVIDENCE = 5;
const MAX_QUOTE = 300;

/** Which findings carry a verdict, and how much one of each counts beside how the statement reads. */
const CARRIES: Readonly<Record<VerdictName, Readonly<Partial<Record<Finding['grade'], number>>>>> = {
  violated: { violated: 3 },
  met: { met: 3, partial: 1.5 },
  partial: { met: 3, partial: 1.5 },
  missing: {},
  na: {},
};

/** A statement that speaks to a criterion; `worth` puts the strongest first. */
export interface Candidate {
  readonly observation: Observation;
  readonly finding: Finding | undefined;
  readonly worth: number;
}

/** The statements that speak for a verdict by a signal, or by how they read, the strongest first. */
export function candidatesFor(
  verdict: VerdictName,
  { weighed, scores }: Settled,
  observations: readonly Observation[],
): Candidate[] {
  const carries = CARRIES[verdict];
  const found = new Map<Observation, { finding: Finding; counts: number }>();
  for (const finding of weighed.findings) {
    const counts = finding.counts * (carries[finding.grade] ?? 0);
    if (counts > (found.get(finding.observation)?.counts ?? 0)) found.set(finding.observation, { finding, counts });
  }
  return observations
    .map((observation, at) => {
      const best = found.get(observation);
      return { observation, finding: best?.finding, worth: (best?.counts ?? 0) + (scores?.[at] ?? 0) };
    })
    .filter(
      ({ finding, worth }) =>
        finding !== undefined || (scores !== undefined && verdict !== 'violated' && worth > CITED),
    )
    .toSorted((a, b) => b.worth - a.worth);
}

/** The statements that carry a verdict: the strongest are chosen, then put in the order of the document. */
export function evidenceFor(document: Document, settled: Settled, observations: readonly Observation[]): Evidence[] {
  return carriersOf(settled, observations).map((candidate) => toEvidence(document, settled, candidate));
}

/** The same before they are made evidence for people. */
export function carriersOf(settled: Settled, observations: readonly Observation[]): Candidate[] {
  const { verdict } = settled;
  if (Object.keys(CARRIES[verdict]).length === 0) return [];
  const chosen = candidatesFor(verdict, settled, observations).flatMap((one) => [one, ...stepsOf(one)]);
  return distinct(chosen)
    .slice(0, MAX_EVIDENCE)
    .toSorted((a, b) => a.observation.statement.line - b.observation.statement.line);
}

/** The earlier statements that a finding rests on are evidence as it is. */
function stepsOf({ finding, worth }: Candidate): Candidate[] {
  return (finding?.steps ?? []).map((observation) => ({ observation, finding, worth }));
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const first = new Map<Observation, Candidate>();
  for (const one of candidates) if (!first.has(one.observation)) first.set(one.observation, one);
  return [...first.values()];
}

function toEvidence(document: Document, { weighed }: Settled, { observation, finding }: Candidate): Evidence {
  const { line, endLine, quote } = observation.statement;
  const why = finding?.signal.why ?? reading(tellingWords(document, observation, weighed.criterion.matter.id));
  return { line, endLine, quote: clip(quote), why };
}

function reading(words: readonly string[]): string {
  const shown = words.length === 0 ? '' : ` (${words.map((word) => `"${word}"`).join(', ')})`;
  return `reads like what reviewers cite here${shown}`;
}

/** A quote stays an exact piece of the source, so a long one is cut at a blank and not marked. */
export function clip(quote: Statement['quote']): string {
  if (quote.length <= MAX_QUOTE) return quote;
  const cut = quote.lastIndexOf(' ', MAX_QUOTE);
  return quote.slice(0, cut > 0 ? cut : MAX_QUOTE);
}
