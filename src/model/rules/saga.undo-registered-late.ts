import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';
import { canTimeOut, undoings } from '../undo.ts';

export const undoRegisteredLate: Rule = {
  id: 'saga.undo-registered-late',
  alias: 'F8',
  *cases(design) {
    for (const { workflow, step, op, name, exists } of undoings(design))
      yield {
        at: step.path,
        fault: all(exists, is(step.fact('undoRegistered'), 'after'), canTimeOut(step)),
        say: () => `${workflow.name} does not run ${op} when ${name} times out, though ${name} may have been done`,
      };
  },
};
