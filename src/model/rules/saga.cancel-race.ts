import { is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const cancelRace: Rule = {
  id: 'saga.cancel-race',
  alias: 'F24',
  *cases({ workflows }) {
    for (const workflow of workflows)
      yield {
        at: workflow.path,
        fault: is(workflow.fact('cancel'), 'race'),
        say: () => `a cancel of ${workflow.name} and its completion may both go through`,
      };
  },
};
