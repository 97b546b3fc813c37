import { withEngine } from '../scripts/engine.mjs';
import { median } from './measure.mjs';

/** Parts of the model that is checked. */
const SIZE = { services: 200, channels: 400, handlers: 1000 };

const DEDUP = { kind: 'inbox', scope: 'operation', window: '30d', atomic: true, check: 'unique', answer: 'stored' };

/**
 * Parts by their names: `service-0`, `service-1`.
 * @param {string} name
 * @param {number} count
 * @param {(index: number) => unknown} part
 */
function parts(name, count, part) {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}-${index}`, part(index)]));
}

/** @param {number} to */
const call = (to) => ({
  to: `handler-${to % SIZE.handlers}`,
  sync: to % 3 === 0,
  effect: true,
  timeout: '2s',
  attempts: 2,
  backoff: '1s',
  jitter: true,
  key: { scope: 'operation', ttl: '30d' },
  onTimeout: 'query',
});

const channel = () => ({
  kind: 'queue',
  delivery: 'at-least-once',
  order: 'none',
  retention: '4d',
  ackDeadline: '1m',
  maxDeliveries: 5,
  backoff: '10s',
  dlq: { owner: 'team', alarm: true, retention: '14d', redrive: 'manual' },
  rate: '5/s',
});

/** @param {number} index */
const handler = (index) => ({
  service: `service-${index % SIZE.services}`,
  on: [`message-${index % SIZE.channels}`],
  writes: [{ store: `store-${index % SIZE.services}`, field: 'state', mode: 'set', guard: 'version' }],
  publishes: [{ message: `message-${(index * 7 + 1) % SIZE.channels}`, via: 'outbox' }],
  calls: [1, 2, 3].map((step) => call(index * step + step)),
  dedup: DEDUP,
  ack: 'after',
  p99: '500ms',
  mean: '100ms',
  concurrency: 10,
});

/** A model of that size in which each handler consumes, writes, publishes and makes three calls. */
function large() {
  const { services, channels, handlers } = SIZE;
  return {
    services: parts('service', services, () => ({ owner: 'team', instances: 3, availability: '99.9%' })),
    stores: parts('store', services, (index) => ({ owner: `service-${index}`, writers: [`service-${index}`] })),
    channels: parts('channel', channels, channel),
    messages: parts('message', channels, (index) => ({
      channel: `channel-${index}`,
      kind: 'event',
      id: 'message_id',
      entity: `entity-${index % 100}`,
    })),
    handlers: parts('handler', handlers, handler),
    goals: { availability: '99%', latency: '30s', rate: '20/s' },
  };
}

/**
 * @param {number} times
 * @param {() => Promise<unknown>} once
 * @returns {Promise<number>} median milliseconds
 */
async function medianOf(times, once) {
  const runs = [];
  for (let i = 0; i < times; i += 1) {
    const from = performance.now();
    await once();
    runs.push(performance.now() - from);
  }
  return median(runs);
}

/** How long the rules take over a large model: the first line is what a running server needs. */
export function modelTime() {
  return withEngine(['src/model/check.ts', 'src/model/schema/index.ts', 'src/model/result.ts'], async (engine) => {
    const raw = large();
    const model = engine.ModelSchema.parse(raw);
    const file = { name: 'model.json', text: JSON.stringify(raw) };
    const check = await medianOf(9, () => engine.checkModel(model));
    const whole = await medianOf(5, () => engine.checkFiles([file], '0'));
    const { findings, questions } = await engine.checkModel(model);
    const figure = `${SIZE.services} services, ${SIZE.channels} channels, ${SIZE.handlers} handlers`;
    return [
      { figure: `${figure}: rules`, value: Math.round(check), unit: 'ms', bar: '< 300 ms' },
      {
        figure: `${figure}: read, merged and checked (${Math.round(file.text.length / 1024)} KB)`,
        value: Math.round(whole),
        unit: 'ms',
      },
      { figure: 'findings and questions of it', value: `${findings.length}, ${questions.length}` },
    ];
  });
}
