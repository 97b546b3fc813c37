import { all, any, ask, is } from '../answer.ts';
import { amount } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';
import { decidesLaterThan } from '../worst-time.ts';

export const deadlineTooShort: Rule = {
  id: 'saga.deadline-too-short',
  alias: 'F22',
  *cases({ workflows }) {
    for (const workflow of workflows) {
      const steps = workflow.list('steps');
      if (steps.length === 0) continue;
      const deadline = workflow.fact('deadline');
      yield {
        at: `${workflow.path}.deadline`,
        fault: all(
          ask(deadline, (time) => time !== 'none'),
          decidesLaterThan(steps, amount(deadline)),
          // What is tried without limit counts on the deadline to end it; behind the decision nothing ends.
          ...steps.map((step) => any(is(step.fact('kind'), 'retriable'), ask(step.fact('attempts'), Number.isFinite))),
        ),
        say: () => `${workflow.name} may be ended while one of its steps is still being tried as it is allowed to`,
      };
    }
  },
};
