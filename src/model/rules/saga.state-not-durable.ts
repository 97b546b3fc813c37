import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const stateNotDurable: Rule = {
  id: 'saga.state-not-durable',
  alias: 'F12',
  *cases({ workflows }) {
    for (const workflow of workflows)
      yield {
        at: workflow.path,
        fault: all(is(workflow.fact('style'), 'orchestration'), is(workflow.fact('durable'), false)),
        say: () => `a restart forgets how far ${workflow.name} has come, so it is neither finished nor undone`,
      };
  },
};
