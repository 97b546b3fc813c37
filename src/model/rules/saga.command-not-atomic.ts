import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const commandNotAtomic: Rule = {
  id: 'saga.command-not-atomic',
  alias: 'F13',
  *cases({ workflows }) {
    for (const workflow of workflows)
      yield {
        at: workflow.path,
        fault: all(is(workflow.fact('style'), 'orchestration'), is(workflow.fact('sends'), 'after-commit')),
        say: () => `a crash after ${workflow.name} has saved its state loses the next command, and it waits for ever`,
      };
  },
};
