import { absent, any, is } from '../answer.ts';
import type { Design } from '../design.ts';
import type { Part } from '../part.ts';
import type { Rule } from '../rule.ts';
import type { Store } from '../schema/index.ts';

export const noRelay: Rule = {
  id: 'outbox.no-relay',
  alias: 'A5',
  *cases(design) {
    for (const store of outboxStores(design)) {
      const outbox = store.part('outbox');
      yield {
        at: `${store.path}.outbox`,
        fault: any(is(outbox.fact('relay'), 'none'), absent(outbox.fact('owner')), absent(outbox.fact('alarm'))),
        say: () =>
          outbox.fact('relay').value === 'none'
            ? `what is written into the outbox of ${store.name} is never sent`
            : `when the relay of ${store.name} stands still, messages wait and nobody is called`,
      };
    }
  },
};

/** Stores that have an outbox, and those that are said to be used as one. */
function outboxStores(design: Design): Part<Store>[] {
  const used = new Set(
    design.publications
      .filter(({ publish }) => publish.fact('via').value === 'outbox')
      .map(({ publish }) => publish.fact('outbox').value),
  );
  return design.stores.filter((store) => store.fact('outbox').value !== undefined || used.has(store.name));
}
