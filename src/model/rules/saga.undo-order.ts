import { all, any, is, present, some, type Answer } from '../answer.ts';
import type { Part } from '../part.ts';
import type { Rule } from '../rule.ts';
import type { Step } from '../schema/index.ts';
import { mayHaveUndo, undoings } from '../undo.ts';

export const undoOrder: Rule = {
  id: 'saga.undo-order',
  alias: 'F11',
  *cases(design) {
    for (const { workflow, step, name, before, exists } of undoings(design)) {
      const undone = before.filter(mayHaveUndo);
      if (undone.length === 0) continue;
      yield {
        at: step.path,
        fault: all(
          is(workflow.fact('undoOrder'), 'forward', 'parallel'),
          exists,
          any(...undone.map((earlier) => all(dependsOn(step, earlier), present(earlier.fact('undo'))))),
        ),
        say: () => `${workflow.name} may take back what ${name} depends on while ${name} still stands`,
      };
    }
  },
};

function dependsOn(step: Part<Step>, earlier: Part<Step>): Answer {
  const names = step.fact('dependsOn');
  const id = earlier.fact('id');
  if (id.value === undefined) return all(some(names), present(id));
  return is({ path: names.path, value: names.value?.includes(id.value) }, true);
}
