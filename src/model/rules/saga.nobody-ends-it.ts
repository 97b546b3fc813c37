import { absent, all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const nobodyEndsIt: Rule = {
  id: 'saga.nobody-ends-it',
  alias: 'F16',
  *cases({ workflows }) {
    for (const workflow of workflows)
      yield {
        at: workflow.path,
        fault: all(is(workflow.fact('style'), 'choreography'), absent(workflow.fact('owner'))),
        say: () => `when an event of ${workflow.name} is not answered, no service knows that an instance is unfinished`,
      };
  },
};
