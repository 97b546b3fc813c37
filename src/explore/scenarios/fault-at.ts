import { any, type Answer } from '../../model/answer.ts';
import type { Design } from '../../model/design.ts';
import type { Rule } from '../../model/rule.ts';

/** What a rule says of one place, so that arithmetic is done in one way alone. Where it has no case, its fault is not there. */
export function faultAt(design: Design, rule: Rule, at: string): Answer {
  const answers = [...rule.cases(design)].filter((one) => one.at === at).map(({ fault }) => fault);
  return any(...answers);
}
