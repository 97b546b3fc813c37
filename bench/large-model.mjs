/** Parts of the model that is checked. */
export const SIZE = { services: 200, channels: 400, handlers: 1000 };

const DEDUP = {
  kind: 'inbox',
  scope: 'operation',
  window: '30d',
  atomic: true,
  check: 'unique',
  answer: 'stored',
  cleaned: true,
};

/**
 * Parts by their names: `service-0`, `service-1`.
 * @param {string} name
 * @param {number} count
 * @param {(index: number) => unknown} part
 */
function parts(name, count, part) {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}-${index}`, part(index)]));
}

/**
 * The first half of the handlers wait for the second half, which tell others without waiting.
 * @param {number} from
 * @param {number} step
 */
const call = (from, step) => ({
  to: `handler-${SIZE.handlers / 2 + ((from * 3 + step) % (SIZE.handlers / 2))}`,
  sync: from < SIZE.handlers / 2,
  effect: true,
  timeout: '2s',
  attempts: 1,
  backoff: 'none',
  growth: 'exponential',
  jitter: true,
  retryOn: 'transient',
  sdkAttempts: 1,
  key: { scope: 'operation', ttl: '30d', bound: true },
  breaker: true,
  budget: true,
  fallback: true,
  onTimeout: 'query',
  inTransaction: false,
  address: 'discovered',
  times: 1,
});

const service = () => ({
  kind: 'service',
  owner: 'team',
  instances: 3,
  availability: '99.9%',
  stateful: false,
  critical: true,
  capacity: '1000/s',
  pool: 200,
  release: 'alone',
});

/** @param {number} index */
const store = (index) => ({
  kind: 'database',
  engine: 'postgres',
  owner: `service-${index}`,
  writers: [`service-${index}`],
  readers: [],
  conflict: 'single-writer',
  clock: 'logical',
  deletes: 'tombstone',
  lag: '0s',
  outbox: { relay: 'log-tailing', owner: 'team', alarm: true, cursor: 'log', cleaned: true },
});

const channel = () => ({
  kind: 'queue',
  delivery: 'at-least-once',
  order: 'none',
  retention: '4d',
  ackDeadline: '1m',
  maxDeliveries: 5,
  backoff: '10s',
  retry: 'blocking',
  growth: 'fixed',
  dlq: { owner: 'team', alarm: true, retention: '14d', redrive: 'manual', holdsKey: true },
  dedupWindow: 'none',
  batchMax: 1,
  ttl: 'none',
  replayed: false,
  maxSize: '256KB',
  rate: '5/s',
  hotShare: '10%',
  partitionRate: '100/s',
  logic: 'routing',
});

/** @param {number} index */
const message = (index) => ({
  channel: `channel-${index}`,
  kind: 'event',
  id: 'message_id',
  idMade: 'with-state',
  entity: `entity-${index % 100}`,
  repeats: false,
  required: true,
  reconciled: '1d',
  schema: { compat: 'full', transitive: true, upgradeFirst: 'consumers' },
  removes: [],
  maxSize: '16KB',
  outside: true,
});

/** @param {number} index */
const handler = (index) => ({
  service: `service-${index % SIZE.services}`,
  on: [`message-${index % SIZE.channels}`],
  reads: [],
  writes: [
    { store: `store-${index % SIZE.services}`, field: `f-${index}`, mode: 'set', guard: 'version', unique: false },
  ],
  publishes: [{ message: `message-${(index * 7 + 1) % SIZE.channels}`, via: 'outbox', fanOut: 1 }],
  calls: [1, 2, 3].map((step) => call(index, step)),
  dedup: DEDUP,
  ack: 'after',
  p99: '500ms',
  mean: '100ms',
  concurrency: 12,
  heartbeat: false,
  needsOrder: 'none',
  orderCheck: 'version',
  onBatchFailure: 'failed',
  cancels: true,
  irreversible: false,
  claim: 'none',
  stopsLoop: true,
  uses: ['id'],
  window: 'none',
});

const GOALS = {
  availability: '99%',
  latency: '30s',
  freshness: '10m',
  replayHorizon: '7d',
  outage: '3d',
  recovery: '12h',
  rate: '20/s',
  releaseEvery: '7d',
  clientCalls: 5,
  fanOut: 1000,
};

/** A model of that size with every fact stated. */
export function large() {
  const { services, channels, handlers } = SIZE;
  return {
    services: parts('service', services, service),
    stores: parts('store', services, store),
    channels: parts('channel', channels, channel),
    messages: parts('message', channels, message),
    handlers: parts('handler', handlers, handler),
    goals: GOALS,
  };
}

/** @param {number} index */
function bareHandler(index) {
  const { service: own, on, writes, publishes, calls } = handler(index);
  return { service: own, on, writes, publishes, calls: calls.map(({ to, sync }) => ({ to, sync })) };
}

/** The same with no number stated but those of queues: the draft that a reading of documents leaves. */
export function draft() {
  const { goals: _, handlers: __, ...rest } = large();
  return { ...rest, handlers: parts('handler', SIZE.handlers, bareHandler) };
}
