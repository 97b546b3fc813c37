import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const relaySkipsRows: Rule = {
  id: 'outbox.relay-skips-rows',
  alias: 'A6',
  *cases({ stores }) {
    for (const store of stores) {
      const outbox = store.part('outbox');
      if (outbox.value === undefined) continue;
      yield {
        at: outbox.path,
        fault: all(is(outbox.fact('relay'), 'polling'), is(outbox.fact('cursor'), 'sequence')),
        say: () => `a transaction of ${store.name} that commits late has its message passed over for good`,
      };
    }
  },
};
