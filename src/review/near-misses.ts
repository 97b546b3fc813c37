import type { Statement } from '../document/types.ts';
import type { Observation } from './observe.ts';
import type { CompiledCriterion } from './rulebook.ts';

/** Half of what a signal asks for is the least that is worth a reader's look. */
const LEAST_SHARE = 0.5;

/**
 * Statements that say part of what a signal of the criterion asks for, or all of it under a negation or elsewhere than it
 * must stand: those that say most first, then in the order of the document.
 */
export function nearMisses({ signals }: CompiledCriterion, observations: readonly Observation[]): Statement[] {
  const asked = signals.map(({ pattern, weight }) => ({ says: pattern.says, weight }));
  const scored = observations.map(({ statement, said }) => {
    const shares = asked.map(({ says, weight }) => {
      const share = says.filter((names) => names.some((name) => said.has(name))).length / says.length;
      return share >= LEAST_SHARE ? share * weight : 0;
    });
    return { statement, score: statement.kind === 'heading' ? 0 : Math.max(0, ...shares) };
  });
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ statement }) => statement);
}
