import { all, any, is } from '../answer.ts';
import type { Rule } from '../rule.ts';
import { canTimeOut, undoings } from '../undo.ts';

export const undoOfNothing: Rule = {
  id: 'saga.undo-of-nothing',
  alias: 'F6',
  *cases(design) {
    for (const { workflow, step, undo, op, name, exists } of undoings(design))
      yield {
        at: undo.path,
        fault: all(
          exists,
          is(undo.fact('noopIfMissing'), false),
          any(canTimeOut(step), is(workflow.fact('order'), 'none')),
        ),
        say: () => `${op} may come where ${name} has never been done, and does not take that for success`,
      };
  },
};
