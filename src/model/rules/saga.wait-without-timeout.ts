import { all, is, isEndless } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const waitWithoutTimeout: Rule = {
  id: 'saga.wait-without-timeout',
  alias: 'F14',
  *cases({ steps }) {
    for (const { workflow, step, name } of steps)
      yield {
        at: step.path,
        fault: all(
          is(step.fact('awaits'), 'reply', 'event'),
          isEndless(step.fact('timeout')),
          isEndless(workflow.fact('deadline')),
        ),
        say: () => `${workflow.name} waits at ${name} for an answer that may have been lost, and nothing ends the wait`,
      };
  },
};
