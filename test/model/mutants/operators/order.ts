import type { Operator, When } from '../mutants.ts';
import { both, channelsOf, consumes, has, holder, messagesOf, named, onChannels } from '../places.ts';
import type { Raw } from '../sound.ts';

const isUnordered = ({ order }: Raw) => order === 'none';
const isOrdered = ({ order }: Raw) => order === 'per-key' || order === 'total';
const isBlind = { orderCheck: 'none' };
const needsOrder = has('needsOrder', 'per-key', 'total');
const onOne: When = ({ on }, _, model) => typeof on === 'string' && messagesOf({ on }, model).length === 1;

/** A second message about the same entity, over a channel of its own, from outside of the design. */
function twin({ on }: Raw, model: Raw): Raw {
  const [message = {}] = messagesOf({ on }, model);
  return {
    on: [on, 'twin'],
    '/messages/twin': { ...message, channel: 'twins', outside: true },
    '/channels/twins': named(model, 'channels', message['channel']),
  };
}

export const ORDER: readonly Operator[] = [
  {
    rule: 'order.not-given',
    at: 'handlers.*',
    set: { ...isBlind, needsOrder: 'per-key' },
    when: consumes(isUnordered),
  },
  {
    rule: 'order.split-channels',
    at: 'handlers.*',
    set: (handler, _, model) => ({ ...isBlind, needsOrder: 'per-key', ...twin(handler, model) }),
    when: both(onOne, consumes()),
    also: (handler, _, model) => (channelsOf(handler, model).some(isUnordered) ? ['order.not-given'] : []),
  },
  {
    rule: 'order.parallel-consumers',
    at: 'handlers.*',
    set: (handler, _, model) => ({
      ...isBlind,
      needsOrder: 'total',
      ...onChannels(handler, model, { order: 'total' }),
    }),
    when: consumes(({ kind }) => kind === 'queue'),
  },
  {
    rule: 'order.parallel-consumers',
    at: 'handlers.*',
    set: { ...isBlind, needsOrder: 'total' },
    when: consumes(({ kind }) => kind === 'stream'),
    also: () => ['order.not-given'],
  },
  {
    rule: 'order.retry-topic',
    at: 'handlers.*',
    set: (handler, _, model) => ({ ...isBlind, ...onChannels(handler, model, { retry: 'retry-topic' }) }),
    when: both(needsOrder, consumes(isOrdered)),
  },
  {
    rule: 'order.dead-letter-gap',
    at: 'handlers.*',
    set: (handler, _, model) => ({
      ...isBlind,
      ...onChannels(handler, model, { 'dlq/holdsKey': false, 'dlq/redrive': 'none' }),
    }),
    when: both(needsOrder, consumes(isOrdered)),
    also: () => ['dlq.unowned'],
  },
  {
    rule: 'order.partition-growth',
    at: 'handlers.*',
    set: (handler, _, model) => ({ ...isBlind, ...onChannels(handler, model, { growth: 'live' }) }),
    when: both(needsOrder, consumes(isOrdered)),
  },
  { rule: 'order.head-of-line', at: 'channels.*', set: { backoff: '1h' }, when: isOrdered },
  {
    rule: 'conflict.wall-clock',
    at: 'stores.*',
    set: { conflict: 'last-write-wins', clock: 'wall' },
    when: ({ owner }, _, model) => Number(named(model, 'services', owner)['instances']) > 1,
  },
  {
    rule: 'delete.resurrected',
    at: 'handlers.*.writes.*',
    set: ({ store }) => ({ '../../orderCheck': 'none', [`/stores/${String(store)}/deletes`]: 'hard' }),
    when: both(has('mode', 'set', 'upsert', 'insert'), holder(consumes(isUnordered))),
  },
];
