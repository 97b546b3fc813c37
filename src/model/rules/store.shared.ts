import { all, any, ask, is, stated } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const storeShared: Rule = {
  id: 'store.shared',
  alias: 'G2',
  *cases({ stores }) {
    for (const store of stores) {
      const writers = store.fact('writers');
      const readers = store.fact('readers');
      const owner = store.fact('owner');
      yield {
        at: store.path,
        fault: any(
          ask(writers, (names) => new Set(names).size > 1),
          all(
            stated(owner),
            ask(readers, (names) => names.some((name) => name !== owner.value)),
            is(store.fact('contract'), 'none'),
          ),
        ),
        say: () =>
          `${store.name} is used past its owner by ${[...new Set([...(writers.value ?? []), ...(readers.value ?? [])])].join(', ')}: nobody can change it alone`,
      };
    }
  },
};
