import { all, any, is } from '../answer.ts';
import { above, amount, atLeast, constant } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

/** Requests a second of which many meet within the time that one entry takes to be made. Ours. */
const CROWD = constant(100, 'rate');

export const tooStale: Rule = {
  id: 'cache.too-stale',
  alias: 'H14',
  *cases({ stores, goals }) {
    const freshness = amount(goals.fact('freshness'));
    for (const store of stores) {
      const isCache = is(store.fact('kind'), 'cache');
      yield {
        at: store.path,
        fault: any(
          all(isCache, above(amount(store.fact('ttl')), freshness)),
          all(is(store.fact('kind'), 'projection', 'replica'), above(amount(store.fact('lag')), freshness)),
        ),
        say: () => `readers of ${store.name} get values that are older than the goal allows`,
      };
      yield {
        at: `${store.path}.stampede`,
        fault: all(isCache, is(store.fact('stampede'), 'none'), atLeast(amount(goals.fact('rate'), 'rate'), CROWD)),
        say: () => `when a busy entry of ${store.name} ends, all its requests go at once to what it was to shield`,
      };
    }
  },
};
