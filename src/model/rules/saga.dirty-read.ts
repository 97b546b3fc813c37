import { all, any, is, type Answer } from '../answer.ts';
import type { Stepping } from '../design.ts';
import { isSeen } from '../effects.ts';
import { FieldWriters } from '../field-writers.ts';
import type { Rule } from '../rule.ts';

export const dirtyRead: Rule = {
  id: 'saga.dirty-read',
  alias: 'F19',
  *cases(design) {
    const fields = new FieldWriters(design);
    for (const handler of design.handlers)
      for (const read of handler.list('reads')) {
        const { foreign, mayTakeBack } = foreignSteps(fields, read.value, handler.name);
        if (foreign === undefined) continue;
        yield {
          at: read.path,
          fault: all(is(read.fact('pending'), 'ignored'), isSeen(handler), mayTakeBack),
          say: () => `${handler.name} acts on a value that ${foreign.workflow.name} may still take back`,
        };
      }
  },
};

/** The steps of workflows that the reader is no part of; a field has many writers, so the first sure one is enough. */
function foreignSteps(fields: FieldWriters, place: Parameters<FieldWriters['of']>[0], reader: string) {
  const own = fields.member(reader).workflows;
  const answers: Answer[] = [];
  let foreign: Stepping | undefined;
  for (const { steps } of fields.of(place))
    for (const stepping of steps) {
      const { step, workflow } = stepping;
      if (own.has(workflow.name)) continue;
      const answer = all(is(step.fact('kind'), 'compensatable'), ...fields.openUndos(workflow.name));
      if (answer.holds === true) return { foreign: stepping, mayTakeBack: answer };
      if (answer.holds === undefined || answers.length === 0) answers.push(answer);
      foreign ??= stepping;
    }
  return { foreign, mayTakeBack: any(...answers) };
}
