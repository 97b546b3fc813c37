import { all, any, ask, is, not } from '../answer.ts';
import { isPivot, pastPivot } from '../pivot.ts';
import type { Rule } from '../rule.ts';

export const retriableGivesUp: Rule = {
  id: 'saga.retriable-gives-up',
  alias: 'F10',
  *cases({ steps }) {
    for (const stepping of steps) {
      const { workflow, step, name, after } = stepping;
      yield {
        at: step.path,
        fault: all(
          is(step.fact('kind'), 'retriable'),
          is(step.fact('onExhausted'), 'none'),
          ask(step.fact('attempts'), Number.isFinite),
          // Without a pivot behind it, a workflow cannot go back from here either.
          any(pastPivot(stepping), not(any(...after.map(isPivot)))),
        ),
        say: () => `${workflow.name} cannot go back and gives up on ${name} after its last try, with nobody told`,
      };
    }
  },
};
