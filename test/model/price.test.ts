import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { Design } from '../../src/model/design.ts';
import { loadModel } from '../../src/model/load.ts';
import { checkFiles } from '../../src/model/result.ts';

/** A three-page design as an assistant would write it down: six services, eight channels, a workflow of six steps. */
const MODEL = `services:
  shop: { owner: web, instances: 4 }
  orders: { owner: orders, instances: 3, availability: 99.9% }
  payments: { owner: money, instances: 2, availability: 99.9% }
  stock: { owner: stock, instances: 2 }
  shipping: { owner: logistics, instances: 2 }
  mail: { kind: worker, owner: web }
stores:
  orders-db: { owner: orders, engine: postgres, writers: orders, outbox: { relay: polling, cursor: status, owner: orders, alarm: true } }
  payments-db: { owner: payments, engine: postgres, writers: payments }
  stock-db: { owner: stock, engine: postgres, writers: stock }
  order-view: { kind: projection, owner: shop, lag: 5s }
channels:
  orders: { kind: queue, delivery: at-least-once, retention: 4d, ackDeadline: 60s, maxDeliveries: 5, backoff: 1m, dlq: { owner: orders, retention: 14d, redrive: manual } }
  charges: { kind: queue, delivery: at-least-once, retention: 4d, ackDeadline: 60s, maxDeliveries: 5, dlq: money }
  charged: { kind: queue, delivery: at-least-once, ackDeadline: 30s, dlq: orders }
  holds: { kind: queue, delivery: at-least-once, ackDeadline: 30s, dlq: stock }
  held: { kind: queue, delivery: at-least-once, ackDeadline: 30s, dlq: orders }
  parcels: { kind: queue, delivery: at-least-once, ackDeadline: 2m, dlq: logistics }
  mails: { kind: queue, delivery: at-least-once, maxDeliveries: 3, dlq: none }
  order-events: { kind: stream, order: per-key, key: order_id, partitions: 12, retention: 7d, replayed: true }
messages:
  order.placed: { channel: order-events, id: event_id, entity: order, schema: backward }
  charge.asked: { channel: charges, kind: command, id: command_id }
  charge.made: { channel: charged, kind: reply, correlates: true }
  hold.asked: { channel: holds, kind: command, id: command_id }
  hold.made: { channel: held, kind: reply, correlates: true }
  parcel.asked: { channel: parcels, kind: command, id: command_id }
  mail.due: { channel: mails, kind: command }
handlers:
  place:
    service: orders
    on: request
    p99: 300ms
    writes: [{ store: orders-db, mode: insert }]
    publishes: [{ message: order.placed, via: outbox }, { message: mail.due, via: after-commit }]
  view: { service: shop, on: order.placed, needsOrder: per-key, orderCheck: version, writes: [{ store: order-view, mode: upsert }], dedup: natural }
  charge:
    service: payments
    on: charge.asked
    p99: 3s
    dedup: { kind: inbox, window: 7d, atomic: true }
    writes: [{ store: payments-db, mode: insert }]
    calls: [{ to: bank, sync: true, effect: true, timeout: 5s, attempts: 3, backoff: 2s, jitter: true, key: { scope: operation, ttl: 24h } }]
  hold: { service: stock, on: hold.asked, dedup: { kind: inbox, window: 7d }, writes: [{ store: stock-db, mode: increment }] }
  ship: { service: shipping, on: parcel.asked, irreversible: true, claim: before }
  send: { service: mail, on: mail.due, irreversible: true, claim: none, dedup: none }
workflows:
  order:
    style: orchestration
    durable: true
    sends: outbox
    deadline: 2h
    steps:
      - { id: hold, handler: hold, kind: compensatable, canReject: true, attempts: 3, timeout: 30s, backoff: 10s, undo: release }
      - { id: check, kind: query, canReject: true, timeout: 5s, attempts: 2, backoff: 1s }
      - { id: reserve-slot, kind: compensatable, attempts: 3, timeout: 30s, backoff: 10s, undo: { op: free-slot, idempotent: true } }
      - { id: charge, handler: charge, kind: pivot, canReject: true, attempts: 3, timeout: 1m, backoff: 30s }
      - { id: ship, handler: ship, kind: retriable, attempts: unlimited }
      - { id: tell, kind: retriable, attempts: 5, onExhausted: alarm }
goals: { availability: 99.5%, latency: 2s, freshness: 1m, outage: 3d, rate: 20/s }
`;

test('a design of three pages costs about 100 lines and 1,200 tokens', () => {
  const { model } = loadModel([{ name: 'model.yaml', text: MODEL }]);
  const { services, channels, steps } = new Design(model);
  expect([services.length, channels.length, steps.length]).toEqual([6, 8, 6]);
  expect(MODEL.split('\n').length).toBeLessThanOrEqual(100);
  expect(encode(MODEL).length).toBeLessThanOrEqual(1_200);
});

test('and that is enough for its critical faults', async () => {
  const { findings } = await checkFiles([{ name: 'model.yaml', text: MODEL }], '0');
  const critical = findings.filter(({ severity }) => severity === 'critical');
  expect(critical.map(({ rule, at }) => `${rule} ${at}`)).toEqual([
    'outbox.dual-write handlers.place.publishes[1]',
    'effect.irreversible-without-claim handlers.send',
    'queue.silent-loss channels.mails',
  ]);
});
