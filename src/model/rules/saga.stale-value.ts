import { absent, all, ask, is } from '../answer.ts';
import { FieldWriters, type FieldWriter } from '../field-writers.ts';
import type { Rule } from '../rule.ts';

export const staleValue: Rule = {
  id: 'saga.stale-value',
  alias: 'F20',
  *cases(design) {
    const writers = new FieldWriters(design);
    for (const { workflow, step, name, before } of design.steps) {
      const used = step.fact('usesValueOf').value;
      const earlier = before.find((one) => used !== undefined && one.fact('id').value === used);
      if (earlier === undefined) continue;
      const place = [earlier.fact('store'), earlier.fact('field')];
      const isOwn = ({ steps }: FieldWriter) => steps.some((one) => one.workflow.name === workflow.name);
      const isPlaced = place.every(({ value }) => value !== undefined);
      if (isPlaced && writers.of(earlier.value).every(isOwn)) continue;
      yield {
        at: step.path,
        fault: all(
          is(step.fact('rereads'), false),
          absent(earlier.fact('lock')),
          ...place.map((fact) => ask(fact, () => true)),
        ),
        say: () => `${name} of ${workflow.name} acts on the value of ${used}, which others may have changed since`,
      };
    }
  },
};
