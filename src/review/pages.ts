import type { Document } from '../document/types.ts';
import { decide, type Decision } from './decide.ts';
import { provenFacts, systemFacts } from './facts.ts';
import { observe, type Observation } from './observe.ts';
import type { Rulebook } from './rulebook.ts';
import { matchSignals, weigh } from './weigh.ts';

/** What the criterion pages alone say of a document. */
export interface ByPages {
  readonly observations: readonly Observation[];
  readonly facts: ReadonlySet<string>;
  readonly decisions: readonly Decision[];
}

/** Weighs every criterion by the signals of its page and holds it against the page's bars. */
export function judgeByPages(document: Document, rulebook: Rulebook): ByPages {
  const observations = observe(document, rulebook.matcher);
  const facts = systemFacts(rulebook, observations);
  const matched = matchSignals(rulebook, observations);
  const weighed = rulebook.criteria.map((criterion) => weigh(criterion, matched));
  const applicable = provenFacts(
    weighed.map((one) => decide(one, facts)),
    facts,
    rulebook.facts,
  );
  return { observations, facts, decisions: weighed.map((one) => decide(one, applicable)) };
}
