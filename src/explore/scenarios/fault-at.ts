import { any, type Answer } from '../../model/answer.ts';
import type { Design } from '../../model/design.ts';
import type { Rule } from '../../model/rule.ts';

/** A rule goes through the whole design, so that it is asked once, whatever number of places want to know. */
const ASKED = new WeakMap<Design, Map<Rule, Map<string, Answer[]>>>();

/** What a rule says of one place, so that arithmetic is done in one way alone. Where it has no case, its fault is not there. */
export function faultAt(design: Design, rule: Rule, at: string): Answer {
  const rules = ASKED.get(design) ?? new Map<Rule, Map<string, Answer[]>>();
  ASKED.set(design, rules);
  const places = rules.get(rule) ?? placesOf(design, rule);
  rules.set(rule, places);
  return any(...(places.get(at) ?? []));
}

function placesOf(design: Design, rule: Rule): Map<string, Answer[]> {
  const places = new Map<string, Answer[]>();
  for (const { at, fault } of rule.cases(design)) places.set(at, [...(places.get(at) ?? []), fault]);
  return places;
}
