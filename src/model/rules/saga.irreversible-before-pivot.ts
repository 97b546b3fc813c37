import { all, any, is } from '../answer.ts';
import { irreversible } from '../irreversible.ts';
import { canFollow } from '../pivot.ts';
import type { Rule } from '../rule.ts';

export const irreversibleBeforePivot: Rule = {
  id: 'saga.irreversible-before-pivot',
  alias: 'F3',
  *cases(design) {
    for (const stepping of design.steps) {
      const { workflow, step, name } = stepping;
      yield {
        at: step.path,
        fault: all(
          any(...canFollow(stepping).map((later) => is(later.fact('canReject'), true))),
          irreversible(design, step),
        ),
        say: () => `${name} is done for good, and a later step of ${workflow.name} may then say no`,
      };
    }
  },
};
