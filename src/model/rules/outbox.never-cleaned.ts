import { absent, all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const neverCleaned: Rule = {
  id: 'outbox.never-cleaned',
  alias: 'H17',
  *cases({ stores, handlers }) {
    for (const store of stores) {
      const outbox = store.part('outbox');
      if (outbox.value === undefined) continue;
      yield {
        at: outbox.path,
        fault: absent(outbox.fact('cleaned')),
        say: () => `the outbox of ${store.name} keeps every message ever sent, and its relay gets slower by the month`,
      };
    }
    for (const handler of handlers) {
      const dedup = handler.part('dedup');
      if (dedup.value === undefined) continue;
      yield {
        at: dedup.path,
        fault: all(is(dedup.fact('kind'), 'inbox'), absent(dedup.fact('cleaned'))),
        say: () => `the inbox of ${handler.name} keeps the id of every message ever processed, and grows without end`,
      };
    }
  },
};
