import { all, any, not } from '../answer.ts';
import type { Design } from '../design.ts';
import type { Fact, Part } from '../part.ts';
import type { Rule } from '../rule.ts';
import { areApart, isCompared } from '../transactions.ts';
import type { Store } from '../schema/index.ts';

export const twoStores: Rule = {
  id: 'atomicity.two-stores',
  alias: 'A3',
  *cases(design) {
    for (const handler of design.handlers) {
      const stores = storesOf(
        design,
        handler.list('writes').map((write) => write.fact('store')),
      );
      const [one] = stores;
      if (one === undefined || stores.length < 2) continue;
      yield {
        at: `${handler.path}.writes`,
        fault: any(...stores.slice(1).map((other) => all(areApart(one, other), not(isCompared(design, one, other))))),
        say: () =>
          `a crash of ${handler.name} between its writes leaves ${stores.map(({ name }) => name).join(' and ')} apart`,
      };
    }
  },
};

function storesOf(design: Design, names: readonly Fact<string>[]): Part<Store>[] {
  const stores = names.filter(({ value }) => value !== undefined).map((name) => design.store(name));
  return [...new Map(stores.map((store) => [store.name, store])).values()];
}
