import { any, ask } from '../answer.ts';
import { above, amount, constant, times } from '../arithmetic.ts';
import type { Design, Publication } from '../design.ts';
import type { Fact, Part } from '../part.ts';
import { openChains } from '../open-ends.ts';
import type { Rule } from '../rule.ts';
import type { Handler } from '../schema/index.ts';

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
      const product = times(constant(1), ...chain.map((fact) => amount(fact, 'count')));
      yield {
        at: handler.path,
        fault: any(above(product, limit), ...ends, ...open.map((fact) => ask(fact, () => false))),
        say: () => `one run of ${handler.name} floods its channels, and all that shares them waits`,
      };
    }
  },
};

interface Worst {
  readonly product: number;
  readonly chain: readonly Fact<number>[];
  /** Unstated facts of a way that may be worse. */
  readonly open: readonly Fact<number>[];
}

const END: Worst = { product: 1, chain: [], open: [] };
/** Unstated facts that are named for one start. */
const MOST_OPEN = 4;

/** The chain of messages from a handler that multiplies most; each handler is searched once. */
class FanOuts {
  readonly #publications = new Map<string, Publication[]>();
  readonly #consumers = new Map<string, Part<Handler>[]>();
  readonly #worst = new Map<string, Worst>();

  constructor({ publications, deliveries }: Design) {
    for (const one of publications)
      this.#publications.set(one.handler.name, [...(this.#publications.get(one.handler.name) ?? []), one]);
    for (const { handler, message } of deliveries)
      this.#consumers.set(message.name, [...(this.#consumers.get(message.name) ?? []), handler]);
  }

  from(handler: Part<Handler>): Worst {
    const found = this.#worst.get(handler.name);
    if (found !== undefined) return found;
    // Stands while what follows is searched, so that a loop of messages ends.
    this.#worst.set(handler.name, END);
    const ways = (this.#publications.get(handler.name) ?? []).map((one) => this.#through(one));
    const worst = ways.reduce(worse, END);
    this.#worst.set(handler.name, worst);
    return worst;
  }

  #through({ publish, message }: Publication): Worst {
    const behind = (this.#consumers.get(message.name) ?? []).map((one) => this.from(one)).reduce(worse, END);
    const own = publish.fact('fanOut');
    if (own.value === undefined) return { ...behind, open: [own, ...behind.open].slice(0, MOST_OPEN) };
    return { product: own.value * behind.product, chain: [own, ...behind.chain], open: behind.open };
  }
}

function worse(one: Worst, other: Worst): Worst {
  const { product, chain } = other.product > one.product ? other : one;
  return { product, chain, open: [...one.open, ...other.open].slice(0, MOST_OPEN) };
}
