import type { Stance } from '../document/types.ts';
import { matches, type Observation } from './observe.ts';
import type { CompiledCriterion, CompiledSignal } from './rulebook.ts';

type Grade = CompiledSignal['signal']['grade'];

/** One signal found on one statement, with what it counts: weight x stance, 0-1. */
export interface Finding {
  readonly observation: Observation;
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
  hedged: 0.5,
  advice: 0.5,
  asked: 0.3,
  deferred: 0.5,
  rejected: 0,
  template: 0,
};

/** A signal that repeats says no more than one that is said three times. */
const REPEATS = 3;

export function weigh(criterion: CompiledCriterion, observations: readonly Observation[]): Weighed {
  const findings = criterion.signals.flatMap((signal) => find(signal, observations));
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

function find({ signal, pattern, weight }: CompiledSignal, observations: readonly Observation[]): Finding[] {
  return observations
    .filter((observation) => matches(pattern, observation))
    .map((observation) => findingOf(signal, weight, observation))
    .filter(({ counts }) => counts > 0)
    .toSorted((a, b) => b.counts - a.counts)
    .slice(0, REPEATS);
}

/** What is not plainly stated cannot be more than an intent, and accuses nobody. */
function findingOf(signal: CompiledSignal['signal'], weight: number, observation: Observation): Finding {
  const { stance } = observation.statement;
  const plain = stance === 'stated' || signal.stances.some((accepted) => accepted === stance);
  const factor = plain ? 1 : signal.grade === 'violated' ? 0 : STANCE[stance];
  return { observation, signal, grade: plain ? signal.grade : 'partial', counts: weight * factor };
}
