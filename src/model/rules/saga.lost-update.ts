import { absent, all, is, not } from '../answer.ts';
import { FieldWriters, type FieldWriter } from '../field-writers.ts';
import type { Rule } from '../rule.ts';

export const lostUpdate: Rule = {
  id: 'saga.lost-update',
  alias: 'F18',
  *cases(design) {
    const writers = new FieldWriters(design);
    for (const handler of design.handlers)
      for (const write of handler.list('writes')) {
        const [other] = rivals(writers.of(write.value), handler.name);
        if (other === undefined) continue;
        yield {
          at: write.path,
          fault: all(is(write.fact('mode'), 'set', 'upsert'), is(write.fact('guard'), 'none')),
          say: () =>
            `${handler.name} overwrites what ${nameOf(other)} has made of ${write.fact('field').value ?? 'a field'}`,
        };
      }
    for (const { workflow, step, name } of design.steps) {
      if (step.fact('handler').value !== undefined) continue;
      const other = writers
        .of(step.value)
        .find(({ steps }) => steps.every((one) => one.workflow.name !== workflow.name));
      if (other === undefined) continue;
      yield {
        at: step.path,
        fault: all(not(is(step.fact('kind'), 'query')), absent(step.fact('lock'))),
        say: () => `${name} of ${workflow.name} overwrites what ${nameOf(other)} has made of the same field`,
      };
    }
  },
};

/** Other writers of a field, where a workflow is among all of its writers. */
function rivals(writers: readonly FieldWriter[], own: string): FieldWriter[] {
  if (!writers.some(({ steps }) => steps.length > 0)) return [];
  return writers.filter(({ handler }) => handler?.name !== own);
}

function nameOf({ handler, steps }: FieldWriter): string {
  return handler?.name ?? steps[0]?.workflow.name ?? 'another workflow';
}
