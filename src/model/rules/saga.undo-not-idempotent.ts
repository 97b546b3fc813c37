import { all, any, ask, is } from '../answer.ts';
import type { Rule } from '../rule.ts';
import { undoings } from '../undo.ts';

export const undoNotIdempotent: Rule = {
  id: 'saga.undo-not-idempotent',
  alias: 'F5',
  *cases(design) {
    for (const { workflow, undo, op, name, exists } of undoings(design))
      yield {
        at: undo.path,
        fault: all(
          exists,
          is(undo.fact('idempotent'), false),
          any(
            is(workflow.fact('delivery'), 'at-least-once'),
            ask(undo.fact('attempts'), (count) => count > 1),
          ),
        ),
        say: () => `${op} may be carried out twice for one ${name}, and then takes back more than was done`,
      };
  },
};
