import type { Stance } from '../document/types.ts';
import { matches, type Observation } from './observe.ts';
import type { CompiledFact, Rulebook } from './rulebook.ts';

/** Names of the vocabulary's facts that are true of the system a design describes. */
export function systemFacts(rulebook: Rulebook, observations: readonly Observation[]): ReadonlySet<string> {
  return new Set([...rulebook.facts].filter(([, fact]) => holds(fact, observations)).map(([name]) => name));
}

/** What is turned down, untrue or a template tells nothing of the system. */
const SAYS_NOTHING: ReadonlySet<Stance> = new Set(['rejected', 'denied', 'template']);

function holds({ least, share, any }: CompiledFact, observations: readonly Observation[]): boolean {
  const enough = Math.max(least, share * observations.length);
  let found = 0;
  for (const observation of observations) {
    if (SAYS_NOTHING.has(observation.statement.stance)) continue;
    if (any.some((pattern) => matches(pattern, observation))) found += 1;
    if (found >= enough) return true;
  }
  return false;
}
