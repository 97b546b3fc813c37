import { all, any, is } from '../answer.ts';
import { canPrecede, isPivot, pastPivot } from '../pivot.ts';
import type { Rule } from '../rule.ts';

export const rejectionAfterPivot: Rule = {
  id: 'saga.rejection-after-pivot',
  alias: 'F2',
  *cases({ steps }) {
    for (const stepping of steps) {
      const { workflow, step, name } = stepping;
      yield {
        at: step.path,
        fault: any(
          all(is(step.fact('canReject'), true), any(...canPrecede(stepping).map(isPivot))),
          all(is(step.fact('kind'), 'compensatable'), pastPivot(stepping)),
        ),
        say: () => `${name} may still fail when ${workflow.name} has passed its pivot and cannot go back`,
      };
    }
  },
};
