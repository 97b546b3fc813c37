import { all, is } from '../answer.ts';
import { above, amount, constant } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

const NOW = constant(0, 'time');

export const ownWriteLost: Rule = {
  id: 'read.own-write-lost',
  alias: 'H15',
  *cases(design) {
    for (const handler of design.handlers)
      for (const read of handler.list('reads')) {
        const store = design.store(read.fact('store'));
        yield {
          at: read.path,
          fault: all(
            is(store.fact('kind'), 'replica', 'projection', 'cache'),
            is(read.fact('ownWrite'), true),
            is(read.fact('session'), 'none'),
            above(amount(store.fact('lag')), NOW),
          ),
          say: () =>
            `${handler.name} may not find in ${store.name} what its user has just saved, who then saves it again`,
        };
      }
  },
};
