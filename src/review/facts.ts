import type { Stance } from '../document/types.ts';
import type { VerdictName } from '../library/criterion.ts';
import type { Decision } from './decide.ts';
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

/**
 * The facts, and those that a criterion's own evidence proves: who says how a message that comes twice is handled has
 * messages, so silence on their order is no longer because there are none.
 */
export function provenFacts(
  decisions: readonly Decision[],
  facts: ReadonlySet<string>,
  known: Rulebook['facts'],
): ReadonlySet<string> {
  const proven = decisions.flatMap(({ verdict, weighed }) => {
    const { applies } = weighed.criterion.matter;
    const [fact = '', ...more] = applies;
    return more.length === 0 && known.get(fact)?.proven === true && SAYS_SO.has(verdict) ? fact : [];
  });
  return new Set([...facts, ...proven]);
}

const SAYS_SO: ReadonlySet<VerdictName> = new Set(['met', 'partial', 'violated']);
