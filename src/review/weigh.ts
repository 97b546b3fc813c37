import type { Stance } from '../document/types.ts';
import { matches, stepsBefore, type Observation } from './observe.ts';
import type { CompiledCriterion, CompiledSignal, Rulebook } from './rulebook.ts';

type Grade = CompiledSignal['signal']['grade'];

/** One signal found on one statement, with what it counts: weight x stance, 0-1. */
export interface Finding {
  readonly observation: Observation;
  /** Earlier statements that the finding rests on as well. */
  readonly steps: readonly Observation[];
  readonly signal: CompiledSignal['signal'];
  readonly grade: Grade;
  readonly counts: number;
}

/** What a design says towards one criterion. Strengths are sums of what the findings count. */
export interface Weighed {
  readonly criterion: CompiledCriterion;
  readonly findings: readonly Finding[];
  readonly strength: Readonly<Record<Grade, number>>;
  /** Different parts that met findings serve. */
  readonly parts: number;
}

/** A plain statement counts in full; what is meant, planned or advised counts as an intent; the rest not at all. */
const STANCE: Readonly<Record<Stance, number>> = {
  stated: 1,
  denied: 0,
  hedged: 0.5,
  advice: 0.5,
  asked: 0.3,
  deferred: 0.5,
  rejected: 0,
  template: 0,
};

/** A signal that repeats says no more than one that is said three times. */
const REPEATS = 3;

/** The statements that each signal matches; signals that match none are absent. */
export type Matched = ReadonlyMap<CompiledSignal, readonly Observation[]>;

/** Weighs what was matched towards one criterion. */
export function weigh(criterion: CompiledCriterion, matched: Matched): Weighed {
  const findings = criterion.signals.flatMap((signal) => strongest(signal, matched.get(signal) ?? []));
  const sum = (grade: Grade) =>
    findings.filter((finding) => finding.grade === grade).reduce((total, { counts }) => total + counts, 0);
  const parts = new Set(findings.filter(({ grade }) => grade === 'met').map(({ signal }) => signal.part ?? signal.why));
  return {
    criterion,
    findings,
    strength: { met: sum('met'), partial: sum('partial'), violated: sum('violated') },
    parts: parts.size,
  };
}

/** Matches all signals in one pass: a statement is held only against the signals whose concepts it says. */
export function matchSignals({ byConcept }: Rulebook, observations: readonly Observation[]): Matched {
  const matched = new Map<CompiledSignal, Observation[]>();
  for (const observation of observations) {
    const candidates = new Set([...observation.said.keys()].flatMap((concept) => byConcept.get(concept) ?? []));
    for (const signal of candidates) if (matches(signal.pattern, observation)) append(matched, signal, observation);
  }
  return matched;
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function strongest(compiled: CompiledSignal, observations: readonly Observation[]): Finding[] {
  return observations
    .map((observation) => findingOf(compiled, observation))
    .filter(({ counts }) => counts > 0)
    .toSorted((a, b) => b.counts - a.counts)
    .slice(0, REPEATS);
}

/** What is not plainly stated cannot be more than an intent, and accuses nobody. */
function findingOf({ signal, weight, pattern }: CompiledSignal, observation: Observation): Finding {
  const { stance } = observation.statement;
  const plain = stance === 'stated' || signal.stances.some((accepted) => accepted === stance);
  const factor = plain ? 1 : signal.grade === 'violated' ? 0 : STANCE[stance];
  const steps = stepsBefore(pattern, observation);
  return { observation, steps, signal, grade: plain ? signal.grade : 'partial', counts: weight * factor };
}
