import { all, any, is, not, some } from '../answer.ts';
import { irreversible } from '../irreversible.ts';
import { isPivot } from '../pivot.ts';
import type { Rule } from '../rule.ts';

export const noSinglePivot: Rule = {
  id: 'saga.no-single-pivot',
  alias: 'F4',
  *cases(design) {
    for (const workflow of design.workflows) {
      const listed = some(workflow.fact('steps'));
      const steps = workflow.list('steps');
      const pairs = steps.flatMap((one, index) =>
        steps.slice(index + 1).map((other) => all(isPivot(one), isPivot(other))),
      );
      const several = any(...pairs);
      const none = all(
        ...steps.map((step) => not(isPivot(step))),
        // Where each step is sure to succeed, the start is the point of no return.
        any(...steps.flatMap((step) => [is(step.fact('kind'), 'compensatable'), is(step.fact('canReject'), true)])),
      );
      yield {
        at: workflow.path,
        fault:
          listed.holds === true
            ? all(any(several, none), any(...steps.map((step) => irreversible(design, step))))
            : listed,
        say: () =>
          several.holds === true
            ? `${workflow.name} has more than one pivot: between them it can neither go back nor be sure to end`
            : `${workflow.name} does something for good and has no pivot that says from where it only goes forward`,
      };
    }
  },
};
