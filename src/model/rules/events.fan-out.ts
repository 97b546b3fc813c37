import { any, inDoubt } from '../answer.ts';
import { above, amount, constant, times } from '../arithmetic.ts';
import type { Delivery, Design, Publication } from '../design.ts';
import { groupBy } from '../group.ts';
import type { Fact, Part } from '../part.ts';
import { postOrder } from '../post-order.ts';
import { openChains } from '../open-ends.ts';
import type { Rule } from '../rule.ts';
import type { Handler } from '../schema/index.ts';
import { END, MOST_OPEN, worse, type Worst } from '../worst-chain.ts';

export const fanOut: Rule = {
  id: 'events.fan-out',
  alias: 'G12',
  *cases(design) {
    const limit = amount(design.goals.fact('fanOut'), 'count');
    const chains = new FanOuts(design);
    const ends = openChains(design);
    for (const handler of design.handlers) {
      const isStart = handler.fact('on').value?.some((name) => name === 'request' || name === 'timer') ?? false;
      if (!isStart || handler.list('publishes').length === 0) continue;
      const { chain, open } = chains.from(handler);
      const product = times(constant(1), ...multipliers(chain, limit.value).map((fact) => amount(fact, 'count')));
      yield {
        at: handler.path,
        fault: any(above(product, limit), ...ends, ...open.map(inDoubt)),
        say: () => `one run of ${handler.name} floods its channels, and all that shares them waits`,
      };
    }
  },
};

/** One message of a chain, and the chain behind it. */
interface Link {
  readonly fact: Fact<number>;
  readonly next: Link | undefined;
}

/** Each is at least 2, so that many are more than any limit that somebody would state. */
const MOST_FACTORS = 64;

/** The factors of a chain that matter, up to the one that passes the limit; a chain may have thousands. */
function multipliers(chain: Link | undefined, limit = Infinity): Fact<number>[] {
  const factors: Fact<number>[] = [];
  let product = 1;
  for (let link = chain; link !== undefined && product <= limit && factors.length < MOST_FACTORS; link = link.next) {
    if (link.fact.value === 1) continue;
    factors.push(link.fact);
    product *= link.fact.value ?? 1;
  }
  return factors;
}

/** The chains of messages that multiply most, found from the far end on. */
class FanOuts {
  readonly #consumers: ReadonlyMap<string, readonly Delivery[]>;
  readonly #worst = new Map<string, Worst<Link>>();

  constructor({ publications, deliveries }: Design) {
    this.#consumers = groupBy(deliveries, ({ message }) => message.name);
    const from = groupBy(publications, ({ handler }) => handler.name);
    const started = (name: string) =>
      (from.get(name) ?? []).flatMap(({ message }) =>
        this.#consumersOf(message.name).map(({ handler }) => handler.name),
      );
    for (const name of postOrder(from.keys(), started))
      this.#worst.set(name, (from.get(name) ?? []).map((one) => this.#through(one)).reduce<Worst<Link>>(worse, END));
  }

  /** Of a handler that is part of a loop, and not yet known, nothing follows. */
  from(handler: Part<Handler>): Worst<Link> {
    return this.#worst.get(handler.name) ?? END;
  }

  #consumersOf(message: string): readonly Delivery[] {
    return this.#consumers.get(message) ?? [];
  }

  #through({ publish, message }: Publication): Worst<Link> {
    const behind = this.#consumersOf(message.name)
      .map(({ handler }) => this.from(handler))
      .reduce<Worst<Link>>(worse, END);
    const own = publish.fact('fanOut');
    if (own.value === undefined) return { ...behind, open: [own, ...behind.open].slice(0, MOST_OPEN) };
    return { product: own.value * behind.product, chain: { fact: own, next: behind.chain }, open: behind.open };
  }
}
