import { absent, all, any, is, not } from '../answer.ts';
import { canFollow, pastPivot } from '../pivot.ts';
import type { Rule } from '../rule.ts';

export const stepWithoutUndo: Rule = {
  id: 'saga.step-without-undo',
  alias: 'F1',
  *cases({ steps }) {
    for (const stepping of steps) {
      const { workflow, step, name } = stepping;
      yield {
        at: step.path,
        fault: all(
          is(step.fact('kind'), 'compensatable', 'retriable'),
          absent(step.fact('undo')),
          not(pastPivot(stepping)),
          any(...canFollow(stepping).map((later) => is(later.fact('canReject'), true))),
        ),
        say: () => `${workflow.name} cannot take ${name} back when a later step says no`,
      };
    }
  },
};
