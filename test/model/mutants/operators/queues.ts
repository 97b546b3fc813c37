import type { Operator } from '../mutants.ts';
import { both, consumersOf, has, isAtLeastOnce, listOf } from '../places.ts';
import type { Raw } from '../sound.ts';

/** No window is longer than for ever. */
const remembers = ({ dedup }: Raw) => (dedup as Raw)['kind'] === 'inbox';

const sendsKey = (handler: Raw) => listOf(handler, 'calls').some(({ effect }) => effect === true);

export const QUEUES: readonly Operator[] = [
  {
    rule: 'queue.unlimited-redelivery',
    at: 'channels.*',
    set: { dlq: 'none', maxDeliveries: 'unlimited' },
    when: isAtLeastOnce,
    also: (channel, _, model) => [
      ...(consumersOf(channel, model).some(remembers) ? ['dedup.window-too-short'] : []),
      ...(consumersOf(channel, model).some(sendsKey) ? ['key.expires-before-retries'] : []),
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
];
