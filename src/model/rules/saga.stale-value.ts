import { absent, all, is, known, stated } from '../answer.ts';
import { FieldWriters } from '../field-writers.ts';
import type { Rule } from '../rule.ts';

export const staleValue: Rule = {
  id: 'saga.stale-value',
  alias: 'F20',
  *cases(design) {
    const fields = new FieldWriters(design);
    for (const { workflow, step, name, before } of design.steps) {
      const used = step.fact('usesValueOf').value;
      const earlier = before.find((one) => used !== undefined && one.fact('id').value === used);
      if (earlier === undefined) continue;
      const place = [earlier.fact('store'), earlier.fact('field')];
      const own = { workflows: new Set([workflow.name]), writes: known(true) };
      const rival = fields.rivalOf(earlier.value, own);
      if (rival === undefined && place.every(({ value }) => value !== undefined)) continue;
      yield {
        at: step.path,
        fault: all(
          is(step.fact('rereads'), false),
          absent(earlier.fact('lock')),
          ...place.map(stated),
          rival?.comesBetween ?? known(true),
        ),
        say: () => `${name} of ${workflow.name} acts on the value of ${used}, which others may have changed since`,
      };
    }
  },
};
