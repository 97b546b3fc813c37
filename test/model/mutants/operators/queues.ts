import type { Operator } from '../mutants.ts';
import { both, channelsOf, consumersOf, consumes, has, isAtLeastOnce, listOf, named, onChannels } from '../places.ts';
import type { Raw } from '../sound.ts';

/** No window is longer than for ever. */
const remembers = ({ dedup }: Raw) => (dedup as Raw)['kind'] === 'inbox';

const sendsKey = (handler: Raw) => listOf(handler, 'calls').some(({ effect }) => effect === true);

const hasDeadLetters = ({ dlq }: Raw) => typeof dlq === 'object';

export const QUEUES: readonly Operator[] = [
  {
    rule: 'queue.unlimited-redelivery',
    at: 'channels.*',
    set: { dlq: 'none', maxDeliveries: 'unlimited' },
    when: isAtLeastOnce,
    also: (channel, _, model) => [
      ...(consumersOf(channel, model).some(remembers) ? ['dedup.window-too-short'] : []),
      ...(consumersOf(channel, model).some(sendsKey) ? ['key.expires-before-retries'] : []),
      ...(channel['order'] === 'none' ? [] : ['order.head-of-line']),
    ],
  },
  {
    rule: 'queue.silent-loss',
    at: 'channels.*',
    set: { dlq: 'none' },
    when: isAtLeastOnce,
  },
  {
    rule: 'queue.ack-deadline-too-short',
    at: 'channels.*',
    set: { ackDeadline: '200ms' },
    when: both(has('kind', 'queue', 'topic', 'webhook'), (channel, _, model) => consumersOf(channel, model).length > 0),
  },
  { rule: 'dlq.unowned', at: 'channels.*', set: { 'dlq.owner': 'none' }, when: hasDeadLetters },
  { rule: 'dlq.unowned', at: 'channels.*', set: { 'dlq.alarm': false }, when: hasDeadLetters },
  { rule: 'dlq.unowned', at: 'channels.*', set: { 'dlq.redrive': 'none' }, when: hasDeadLetters },
  {
    rule: 'dlq.retention-too-short',
    at: 'channels.*',
    set: { 'dlq.retention': '4d' },
    when: both(hasDeadLetters, has('kind', 'queue')),
  },
  {
    rule: 'queue.too-few-deliveries',
    at: 'channels.*',
    set: { maxDeliveries: 3 },
    when: (channel, _, model) =>
      consumersOf(channel, model).some(({ service }) => named(model, 'services', service)['kind'] === 'function'),
  },
  {
    rule: 'queue.retention-too-short',
    at: 'channels.*',
    set: { retention: '1d' },
    when: both(hasDeadLetters, (channel, _, model) => consumersOf(channel, model).length > 0),
  },
  {
    rule: 'message.expires-unhandled',
    at: 'messages.*',
    set: ({ channel }) => ({
      required: true,
      [`/channels/${String(channel)}/ttl`]: '10m',
      [`/channels/${String(channel)}/onExpiry`]: 'dropped',
    }),
  },
  {
    rule: 'batch.one-fails-all',
    at: 'handlers.*',
    set: (handler, _, model) => ({ onBatchFailure: 'whole', ...onChannels(handler, model, { batchMax: 10 }) }),
    when: consumes(hasDeadLetters),
  },
  {
    rule: 'dlq.redrive-unsafe',
    at: 'handlers.*',
    set: (handler, _, model) => ({
      needsOrder: 'per-key',
      orderCheck: 'none',
      ...onChannels(handler, model, { 'dlq/holdsKey': false }),
    }),
    when: consumes(hasDeadLetters),
    also: (handler, _, model) =>
      channelsOf(handler, model).flatMap(({ order }) =>
        order === 'none' ? ['order.not-given'] : ['order.dead-letter-gap'],
      ),
  },
];
