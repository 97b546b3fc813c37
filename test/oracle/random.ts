import fc from 'fast-check';
import type { Raw } from '../model/mutants/sound.ts';

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);

const undo = fc.oneof(
  { weight: 1, arbitrary: fc.constant('none') },
  {
    weight: 4,
    arbitrary: fc.record({
      idempotent: fc.boolean(),
      noopIfMissing: fc.boolean(),
      tombstone: fc.boolean(),
      attempts: pick<number | string>(1, 2, 'unlimited'),
      onExhausted: pick('alarm', 'none'),
    }),
  },
);

const step = fc.record({
  kind: pick('compensatable', 'compensatable', 'pivot', 'retriable', 'query'),
  canReject: fc.boolean(),
  irreversible: pick(false, false, false, true),
  deduplicates: pick(true, true, false),
  attempts: pick<number | string>(1, 2, 'unlimited'),
  timeout: pick('1m', '1m', 'none'),
  awaits: pick('reply', 'reply', 'none'),
  onExhausted: pick('alarm', 'none'),
  undoRegistered: pick('before', 'after'),
  undo,
});

/** Workflows of two steps, orchestrated and choreographed, each fact as it comes. */
const workflow: fc.Arbitrary<Raw> = fc
  .record({
    style: pick('orchestration', 'orchestration', 'choreography'),
    owner: pick('orders', 'none'),
    durable: pick(true, true, false),
    deadline: pick('none', '1d'),
    sends: pick('outbox', 'after-commit'),
    delivery: pick('at-least-once', 'at-most-once'),
    order: pick('none', 'ordered'),
    undoOrder: pick('reverse', 'forward', 'parallel'),
    correlation: pick('order_id', 'none'),
    lateReplies: pick('handled', 'ignored'),
    cancel: pick('ruled', 'ruled', 'race'),
    steps: fc.array(step, { minLength: 2, maxLength: 2 }),
  })
  .map((order) => ({ workflows: { order } }));

const write = (store: string) =>
  fc.record({ store: fc.constant(store), mode: pick('set', 'insert', 'increment'), unique: fc.boolean() });

const handled = fc.record({
  service: fc.constant('stock'),
  on: pick('order.placed', 'order.placed', 'request'),
  ack: pick('before', 'after'),
  writes: fc.oneof(fc.tuple(write('stock-db')), fc.tuple(write('stock-db'), write('audit'))),
  publishes: fc.oneof(
    fc.constant([]),
    fc.tuple(
      fc.record({
        message: fc.constant('stock.held'),
        via: pick('outbox', 'swept', 'after-commit', 'before-commit'),
        outbox: pick('stock-db', 'audit'),
      }),
    ),
  ),
  calls: fc.oneof(
    fc.constant([]),
    fc.tuple(
      fc.record({
        to: fc.constant('bank'),
        sync: pick(true, true, false),
        effect: fc.boolean(),
        timeout: pick('2s', 'none'),
        attempts: pick<number | string>(1, 2, 'unlimited'),
        key: pick('none', 'operation', 'attempt'),
        onTimeout: pick('fail', 'query', 'assume-done', 'undo', 'retry'),
      }),
    ),
  ),
  dedup: fc.oneof(
    fc.constant('none'),
    fc.record({
      kind: pick('natural', 'inbox'),
      scope: fc.constant('operation'),
      atomic: fc.boolean(),
      window: fc.constant('30d'),
      check: fc.constant('unique'),
    }),
  ),
});

const channel = fc.record({
  kind: fc.constant('queue'),
  delivery: pick('at-least-once', 'at-most-once', 'broker-exactly-once'),
  maxDeliveries: pick<number | string>(5, 'unlimited'),
  retention: fc.constant('4d'),
  dlq: fc.oneof(
    fc.constant('none'),
    fc.record({
      owner: pick('a-team', 'none'),
      alarm: fc.boolean(),
      redrive: pick('manual', 'none'),
      retention: fc.constant('1d'),
    }),
  ),
});

/** A handler of a message or a request, with its stores, its message and its call. */
const handler: fc.Arbitrary<Raw> = fc
  .record({
    hold: handled,
    orders: channel,
    required: fc.boolean(),
    reconciled: pick('none', '1d'),
    relay: pick('log-tailing', 'none'),
    id: pick('id', 'none'),
    alarm: fc.boolean(),
  })
  .map(({ hold, orders, required, reconciled, relay, id, alarm }) => ({
    goals: { outage: '1d' },
    services: { stock: { instances: 1 } },
    stores: {
      'stock-db': { owner: 'stock', engine: 'postgres', outbox: { relay, owner: 'a-team', alarm } },
      audit: { owner: 'stock', engine: 'files', outbox: { relay, owner: 'a-team', alarm } },
    },
    channels: { orders },
    messages: {
      'order.placed': { channel: 'orders', required, reconciled },
      'stock.held': { channel: 'orders', id, idMade: 'with-state', required, reconciled },
    },
    handlers: { hold },
  }));

/** The same models on every run. */
export function randomModels(count: number): Raw[] {
  return fc.sample(fc.oneof(workflow, handler), { seed: 5, numRuns: count });
}
