import { all, ask, is } from '../answer.ts';
import type { Rule } from '../rule.ts';
import { undoings } from '../undo.ts';

export const undoGivesUp: Rule = {
  id: 'saga.undo-gives-up',
  alias: 'F9',
  *cases(design) {
    for (const { workflow, undo, op, exists } of undoings(design))
      yield {
        at: undo.path,
        fault: all(exists, is(undo.fact('onExhausted'), 'none'), ask(undo.fact('attempts'), Number.isFinite)),
        say: () => `${workflow.name} gives up on ${op} after its last try and tells nobody: it stays half undone`,
      };
  },
};
