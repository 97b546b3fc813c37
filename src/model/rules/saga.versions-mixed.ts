import { all, is } from '../answer.ts';
import { amount } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';
import { livesLongerThan } from '../worst-time.ts';

export const versionsMixed: Rule = {
  id: 'saga.versions-mixed',
  alias: 'F25',
  *cases({ workflows, goals }) {
    for (const workflow of workflows)
      yield {
        at: workflow.path,
        fault: all(
          is(workflow.fact('versioning'), 'none'),
          livesLongerThan(workflow, amount(goals.fact('releaseEvery'))),
        ),
        say: () =>
          `instances of ${workflow.name} that began before a release go on in code that does not know their past`,
      };
  },
};
