import { matches, type Observation } from './observe.ts';
import type { CompiledFact, Rulebook } from './rulebook.ts';

/** Names of the vocabulary's facts that are true of the system a design describes. */
export function systemFacts(rulebook: Rulebook, observations: readonly Observation[]): ReadonlySet<string> {
  return new Set([...rulebook.facts].filter(([, fact]) => holds(fact, observations)).map(([name]) => name));
}

function holds({ least, any }: CompiledFact, observations: readonly Observation[]): boolean {
  let found = 0;
  for (const observation of observations) {
    if (observation.statement.stance === 'rejected' || observation.statement.stance === 'template') continue;
    if (any.some((pattern) => matches(pattern, observation))) found += 1;
    if (found >= least) return true;
  }
  return false;
}
