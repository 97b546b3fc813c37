import { all, any, ask, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const wallClock: Rule = {
  id: 'conflict.wall-clock',
  alias: 'C8',
  *cases(design) {
    for (const store of design.stores)
      yield {
        at: store.path,
        fault: all(
          is(store.fact('conflict'), 'last-write-wins'),
          is(store.fact('clock'), 'wall'),
          any(
            ask(store.fact('writers'), (names) => new Set(names).size > 1),
            ask(design.service(store.fact('owner')).fact('instances'), (count) => count > 1),
          ),
        ),
        say: () => `a writer of ${store.name} whose clock is behind loses changes that it saw confirmed`,
      };
  },
};
