import { inDoubt, type Answer } from './answer.ts';
import type { Design } from './design.ts';
import type { Fact } from './part.ts';

/** Facts that are named where there may be thousands; the first ones are as good a beginning as any. */
const MOST = 4;

/**
 * Calls whose ends are unstated: one of them may close a circle or lengthen a chain, so what is not found cannot be
 * ruled out. The answers are never true.
 */
export function openCalls({ calls }: Design): Answer[] {
  const ends = calls.flatMap(({ handler, call, target }) => {
    if (call.fact('sync').value === false) return [];
    return [handler.fact('service'), call.fact('to'), ...(target === undefined ? [] : [target.fact('service')])];
  });
  return unstated(ends);
}

/** The same of messages, for chains: what is published unnamed, and who publishes and may consume anything. */
export function openChains({ handlers, publications }: Design): Answer[] {
  const links = handlers.filter((handler) => handler.list('publishes').length > 0);
  return unstated([
    ...publications.map(({ publish }) => publish.fact('message')),
    ...links.map((handler) => handler.fact('on')),
  ]);
}

/** Handlers of unstated trigger, each of which may consume any message. One that is called has its trigger. */
export function openConsumers({ handlers, calls }: Design): Answer[] {
  const called = new Set(calls.map(({ target }) => target?.name));
  return unstated(handlers.filter(({ name }) => !called.has(name)).map((handler) => handler.fact('on')));
}

export function openPublications({ publications }: Design): Answer[] {
  return unstated(publications.map(({ publish }) => publish.fact('message')));
}

/** A few of the facts that are unstated; the answers are never true. */
export function unstated(facts: readonly Fact<unknown>[]): Answer[] {
  const open = facts.filter(({ value }) => value === undefined).slice(0, MOST);
  return open.map(inDoubt);
}
