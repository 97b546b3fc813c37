import type { Statement } from '../document/types.ts';
import type { Observation } from './observe.ts';
import type { CompiledCriterion } from './rulebook.ts';

/** Half of what a signal asks for is the least that is worth a reader's look. */
const LEAST_SHARE = 0.5;

/**
 * Statements that say part of what a signal of the criterion asks for, or all of it under a negation or elsewhere than it
 * must stand: those that say most first, then in the order of the document.
 * Time grows with what the statements say, not with how many signals there are: most statements say nothing of most criteria.
 */
export function nearMisses({ signals }: CompiledCriterion, observations: readonly Observation[]): Statement[] {
  const asking = askingFor(signals);
  return observations
    .filter(({ statement }) => statement.kind !== 'heading')
    .map(({ statement, said }) => ({ statement, score: scoreOf(said.keys(), asking, signals) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ statement }) => statement);
}

type Signals = CompiledCriterion['signals'];

/** An operand of a signal, by the places of both. */
interface Asked {
  readonly signal: number;
  readonly operand: number;
}

/** Which operands each concept satisfies. */
function askingFor(signals: Signals): ReadonlyMap<string, readonly Asked[]> {
  const asking = new Map<string, Asked[]>();
  for (const [signal, { pattern }] of signals.entries())
    for (const [operand, names] of pattern.says.entries())
      for (const name of names) asking.set(name, [...(asking.get(name) ?? []), { signal, operand }]);
  return asking;
}

/** The best share of a signal's operands that a statement says, by the signal's weight. */
function scoreOf(said: Iterable<string>, asking: ReadonlyMap<string, readonly Asked[]>, signals: Signals): number {
  const satisfied = new Map<number, Set<number>>();
  for (const name of said)
    for (const { signal, operand } of asking.get(name) ?? [])
      satisfied.set(signal, (satisfied.get(signal) ?? new Set()).add(operand));
  let best = 0;
  for (const [signal, operands] of satisfied) {
    const { pattern, weight } = signals[signal] ?? { pattern: { says: [] }, weight: 0 };
    const share = operands.size / pattern.says.length;
    if (share >= LEAST_SHARE) best = Math.max(best, share * weight);
  }
  return best;
}
