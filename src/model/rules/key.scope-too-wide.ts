import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const scopeTooWide: Rule = {
  id: 'key.scope-too-wide',
  alias: 'B5',
  *cases({ deliveries }) {
    for (const { handler, message } of deliveries) {
      const dedup = handler.part('dedup');
      if (dedup.value === undefined) continue;
      yield {
        at: dedup.path,
        fault: all(is(dedup.fact('scope'), 'entity'), is(message.fact('repeats'), true)),
        say: () => `${handler.name} takes a second rightful ${message.name} of one entity for a repeat, and drops it`,
      };
    }
  },
};
