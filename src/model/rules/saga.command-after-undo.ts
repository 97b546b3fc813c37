import { all, any, ask, is } from '../answer.ts';
import type { Rule } from '../rule.ts';
import { undoings } from '../undo.ts';

export const commandAfterUndo: Rule = {
  id: 'saga.command-after-undo',
  alias: 'F7',
  *cases(design) {
    for (const { workflow, step, undo, op, name, exists } of undoings(design))
      yield {
        at: undo.path,
        fault: all(
          exists,
          is(undo.fact('tombstone'), false),
          any(
            is(workflow.fact('order'), 'none'),
            ask(step.fact('attempts'), (count) => count > 1),
          ),
        ),
        say: () => `a late command of ${name} that lands after ${op} is still carried out, with nobody left to undo it`,
      };
  },
};
