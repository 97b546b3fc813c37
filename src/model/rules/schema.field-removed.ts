import { all, ask, some } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const fieldRemoved: Rule = {
  id: 'schema.field-removed',
  alias: 'H4',
  *cases({ deliveries }) {
    for (const { handler, message } of deliveries) {
      const removes = message.fact('removes');
      // Most messages drop nothing, and are not asked about.
      if (removes.value === undefined) continue;
      const removed = new Set(removes.value);
      const uses = handler.fact('uses');
      yield {
        at: `${handler.path}.uses`,
        fault: all(
          some(removes),
          ask(uses, (fields) => fields.some((field) => removed.has(field))),
        ),
        say: () => {
          const fields = (uses.value ?? []).filter((field) => removed.has(field));
          return `${handler.name} still works with ${fields.join(' and ')}, which the next ${message.name} no longer carries`;
        },
      };
    }
  },
};
