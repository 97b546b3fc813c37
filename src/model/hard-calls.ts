import { inDoubt, type Answer } from './answer.ts';
import type { Calling, Design } from './design.ts';
import { groupBy } from './group.ts';
import type { Fact, Part } from './part.ts';
import type { Handler } from './schema/index.ts';

/** What a handler cannot answer without, directly or further down. */
export interface Needed {
  /** Services that it surely waits for and has nothing to put in their place. */
  readonly sure: ReadonlySet<string>;
  /** The same with those for which that is not stated. */
  readonly possible: ReadonlySet<string>;
  /** The unstated facts that make the difference. */
  readonly open: readonly Fact<unknown>[];
  /** Unstated ends of calls: what is called there may be needed too. The answers are never true. */
  readonly ends: readonly Answer[];
}

/** A call with an answer that nothing replaces, so far as is stated. */
interface Hard {
  readonly calling: Calling;
  readonly open: readonly Fact<unknown>[];
  readonly end: Fact<string>;
}

/** Finds what handlers need; each search walks the calls that it reaches once. */
export function needs({ calls }: Design): (handler: Part<Handler>) => Needed {
  const byHandler = groupBy(calls.flatMap(hardCalls), ({ calling }) => calling.handler.name);
  return (handler) => {
    const sure = reached(handler, byHandler, ({ open }) => open.length === 0);
    const possible = reached(handler, byHandler, () => true);
    const ends = possible.filter(({ end }) => end.value === undefined).map(({ end }) => inDoubt(end));
    return { sure: services(sure), possible: services(possible), open: possible.flatMap(({ open }) => open), ends };
  };
}

function hardCalls(calling: Calling): Hard[] {
  const { call, target } = calling;
  const [sync, fallback] = [call.fact('sync'), call.fact('fallback')];
  if (sync.value === false || fallback.value === true) return [];
  const open = [sync, fallback].filter(({ value }) => value === undefined);
  return [{ calling, open, end: target?.fact('service') ?? call.fact('to') }];
}

function reached(from: Part<Handler>, byHandler: ReadonlyMap<string, Hard[]>, fits: (hard: Hard) => boolean): Hard[] {
  const found: Hard[] = [];
  const seen = new Set([from.name]);
  const queue = [from.name];
  for (const name of queue)
    for (const hard of byHandler.get(name) ?? []) {
      if (!fits(hard)) continue;
      found.push(hard);
      const next = hard.calling.target?.name;
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  return found;
}

function services(calls: readonly Hard[]): Set<string> {
  return new Set(calls.flatMap(({ calling }) => calling.service ?? []));
}
