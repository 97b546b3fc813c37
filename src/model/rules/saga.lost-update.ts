import { absent, all, is } from '../answer.ts';
import { FieldWriters, memberOf, type FieldWriter, type Member } from '../field-writers.ts';
import type { Rule } from '../rule.ts';

export const lostUpdate: Rule = {
  id: 'saga.lost-update',
  alias: 'F18',
  *cases(design) {
    const fields = new FieldWriters(design);
    for (const handler of design.handlers)
      for (const write of handler.list('writes')) {
        const own = fields.member(handler.name);
        const rival = fields.rivalOf(write.value, own);
        if (rival === undefined) continue;
        yield {
          at: write.path,
          fault: all(is(write.fact('mode'), 'set', 'upsert'), is(write.fact('guard'), 'none'), rival.comesBetween),
          say: () => {
            const other = rival.writer.handler === handler ? undefined : rival.writer.handler;
            const field = write.fact('field').value ?? 'a field';
            return `${handler.name} overwrites what ${other?.name ?? workflowOf(rival.writer, own)} has made of ${field}`;
          },
        };
      }
    for (const { workflow, step, name } of design.steps) {
      if (step.fact('handler').value !== undefined || step.fact('kind').value === 'query') continue;
      const own = memberOf({ workflow, step });
      const rival = fields.rivalOf(step.value, own);
      if (rival === undefined) continue;
      yield {
        at: step.path,
        fault: all(absent(step.fact('lock')), rival.comesBetween),
        say: () => {
          const other = rival.writer.handler?.name ?? workflowOf(rival.writer, own);
          return `${name} of ${workflow.name} overwrites what ${other} has made of the same field`;
        },
      };
    }
  },
};

/** The other workflow; of a handler that several share, one that is not the first. */
function workflowOf({ workflows }: FieldWriter, own: Member): string {
  const names = [...workflows];
  return names.find((name) => !own.workflows.has(name)) ?? names.at(-1) ?? 'another workflow';
}
