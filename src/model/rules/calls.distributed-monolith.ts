import { all, any, is, known, type Answer } from '../answer.ts';
import type { Calling, Design } from '../design.ts';
import type { Part } from '../part.ts';
import { postOrder } from '../post-order.ts';
import { groupBy } from '../group.ts';
import { openCalls } from '../open-ends.ts';
import type { Rule } from '../rule.ts';
import type { Handler } from '../schema/index.ts';

/** Services behind the first that a request may wait for, one after the other. Ours. */
const DEEPEST = 4;

export const distributedMonolith: Rule = {
  id: 'calls.distributed-monolith',
  alias: 'G10',
  *cases(design) {
    const chains = new Chains(design);
    const open = openCalls(design);
    for (const handler of design.handlers) {
      if (handler.fact('on').value?.includes('request') !== true || handler.list('calls').length === 0) continue;
      const chain = chains.from(handler);
      yield {
        at: handler.path,
        fault: any(tooDeep(chain), ...open),
        say: () => `${handler.name} waits for ${chain.map(({ service }) => service).join(', which waits for ')}`,
      };
    }
    for (const store of design.stores) {
      const writers = [...new Set(store.fact('writers').value ?? [])];
      if (writers.length < 2) continue;
      const releases = writers.map((name) => design.service({ path: store.path, value: name }).fact('release'));
      yield {
        at: store.path,
        fault: all(...releases.map((release) => is(release, 'together'))),
        say: () =>
          `${writers.join(' and ')} write ${store.name} and are released together: they are one service in parts`,
      };
    }
  },
};

/** Deep only if each call of the chain is one that waits. */
function tooDeep(chain: readonly Calling[]): Answer {
  if (chain.length <= DEEPEST) return known(false);
  return all(...chain.map(({ call }) => is(call.fact('sync'), true)));
}

/** The longest chains of calls from service to service, found from the far end on. */
class Chains {
  readonly #longest = new Map<string, readonly Calling[]>();

  constructor({ calls }: Design) {
    const waiting = calls.filter(({ call }) => call.fact('sync').value !== false);
    const from = groupBy(waiting, ({ handler }) => handler.name);
    const called = (name: string) => (from.get(name) ?? []).flatMap(({ target }) => target?.name ?? []);
    for (const name of postOrder(from.keys(), called)) {
      const chains = (from.get(name) ?? []).map((calling) => this.#through(calling));
      this.#longest.set(
        name,
        chains.reduce((one, other) => (isWorse(other, one) ? other : one), []),
      );
    }
  }

  /** Of a handler that is part of a circle, and not yet known, nothing follows. */
  from(handler: Part<Handler>): readonly Calling[] {
    return this.#longest.get(handler.name) ?? [];
  }

  #through(calling: Calling): readonly Calling[] {
    const behind = calling.target === undefined ? [] : this.from(calling.target);
    const isOwn = calling.service === calling.handler.fact('service').value;
    return isOwn || calling.service === undefined ? behind : [calling, ...behind].slice(0, DEEPEST + 4);
  }
}

/** The longer one; of two that are deep the one of which more is stated. */
function isWorse(one: readonly Calling[], other: readonly Calling[]): boolean {
  const stated = (chain: readonly Calling[]) => chain.filter(({ call }) => call.fact('sync').value === true).length;
  return stated(one) > stated(other) || (stated(one) === stated(other) && one.length > other.length);
}
