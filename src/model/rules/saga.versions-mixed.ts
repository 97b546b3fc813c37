import { all, any, is } from '../answer.ts';
import { above, amount } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';
import { worstTime } from '../worst-time.ts';

export const versionsMixed: Rule = {
  id: 'saga.versions-mixed',
  alias: 'F25',
  *cases({ workflows, goals }) {
    const release = amount(goals.fact('releaseEvery'));
    for (const workflow of workflows) {
      const steps = workflow.list('steps');
      const deadline = above(amount(workflow.fact('deadline')), release);
      yield {
        at: workflow.path,
        fault: all(
          is(workflow.fact('versioning'), 'none'),
          steps.length === 0 ? deadline : any(deadline, above(worstTime(steps), release)),
        ),
        say: () =>
          `instances of ${workflow.name} that began before a release go on in code that does not know their past`,
      };
    }
  },
};
