import { any, is, some, type Answer } from './answer.ts';
import type { Part } from './part.ts';
import type { Handler } from './schema/index.ts';

/** It changes a store of its own or something elsewhere, so that a second time is not the same as once. */
export function changesSomething(handler: Part<Handler>): Answer {
  const calls = handler.list('calls').map((call) => is(call.fact('effect'), true));
  return any(some(handler.fact('writes')), ...calls, is(handler.fact('irreversible'), true));
}

/** Others may see that it ran: by a change, or by a message. */
export function isSeen(handler: Part<Handler>): Answer {
  const calls = handler.list('calls').map((call) => is(call.fact('effect'), true));
  return any(some(handler.fact('writes')), some(handler.fact('publishes')), ...calls);
}
