import { absent, all, any, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const stepWithoutUndo: Rule = {
  id: 'saga.step-without-undo',
  alias: 'F1',
  *cases({ steps }) {
    for (const { workflow, step, name, after } of steps)
      yield {
        at: step.path,
        fault: all(
          is(step.fact('kind'), 'compensatable'),
          absent(step.fact('undo')),
          any(...after.map((later) => is(later.fact('canReject'), true))),
        ),
        say: () => `${workflow.name} cannot take ${name} back when a later step says no`,
      };
  },
};
