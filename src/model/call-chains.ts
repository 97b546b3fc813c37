import type { Calling, Design } from './design.ts';
import { groupBy } from './group.ts';
import type { Fact, Part } from './part.ts';
import { postOrder } from './post-order.ts';
import type { Call } from './schema/index.ts';
import { END, MOST_OPEN, worse, type Worst } from './worst-chain.ts';

/** Layers that are told one by one. Eight layers of two tries are 256 calls, so what follows changes no verdict. */
const MOST_LAYERS = 8;

/** What the calls below a call multiply it by. */
export interface Below {
  /** The calls of the chain with the greatest product that are tried more than once, outermost first. */
  readonly retries: readonly Part<Call>[];
  /** Unstated facts on which a greater product may rest. */
  readonly open: readonly Fact<unknown>[];
}

/** One call of a chain, and the chain of the handler that it calls. */
interface Link {
  readonly calling: Calling;
  readonly next: Link | undefined;
}

/**
 * The chains of synchronous calls from handler to handler. For each handler the chain whose tries multiply most is
 * found once, from the far end on, so that all of it takes time linear in the number of calls.
 */
export class CallChains {
  readonly #worst = new Map<string, Worst<Link>>();

  constructor({ calls }: Design) {
    const from = groupBy(calls, ({ handler }) => handler.name);
    const called = (name: string) => (from.get(name) ?? []).flatMap(({ target }) => target?.name ?? []);
    for (const name of postOrder(from.keys(), called))
      this.#worst.set(
        name,
        (from.get(name) ?? []).map((calling) => this.#through(calling)).reduce<Worst<Link>>(worse, END),
      );
  }

  /** What the called handler adds. A chain that comes back to the caller ends there: no call counts twice. */
  below({ handler, target }: Calling): Below {
    const { chain, open } = this.#worstOf(target?.name);
    const retries: Part<Call>[] = [];
    for (let link = chain; link !== undefined && retries.length < MOST_LAYERS; link = link.next) {
      const { handler: caller, call } = link.calling;
      if (caller.name === handler.name) break;
      if ((call.fact('attempts').value ?? 1) > 1) retries.push(call);
    }
    return { retries, open };
  }

  /** Of a handler that is part of a circle, and not yet known, nothing is added. */
  #worstOf(handler: string | undefined): Worst<Link> {
    return this.#worst.get(handler ?? '') ?? END;
  }

  /** The greatest product through one call, of stated facts alone: a call that is made is made at least once. */
  #through(calling: Calling): Worst<Link> {
    const sync = calling.call.fact('sync');
    if (sync.value === false) return END;
    const below = this.#worstOf(calling.target?.name);
    const attempts = calling.call.fact('attempts');
    const open = [...(attempts.value === undefined ? [attempts] : []), ...below.open];
    const product = (attempts.value ?? 1) * below.product;
    if (sync.value === true) return { product, chain: { calling, next: below.chain }, open: open.slice(0, MOST_OPEN) };
    return product > 1 || open.length > 0 ? { ...END, open: [sync, ...open].slice(0, MOST_OPEN) } : END;
  }
}
