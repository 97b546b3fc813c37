import { withEngine } from '../scripts/engine.mjs';
import { median } from './measure.mjs';

const SERVICES = 50;

const parts = Array.from({ length: SERVICES }, (_, at) => at);

/** @param {string} name @param {(at: number) => object} part @returns a part of that name for each service */
const each = (name, part) => Object.fromEntries(parts.map((at) => [`${name}-${at}`, part(at)]));

/** @param {number} at */
const store = (at) => ({
  kind: 'database',
  engine: 'postgres',
  holds: [`data of ${at}`],
  owner: `service-${at}`,
  writers: [`service-${at}`],
  readers: [`service-${at}`],
  contract: 'api',
  consistency: 'strong',
  because: 'one transaction decides',
});

/** @param {number} at */
const channel = (at) => ({
  kind: 'stream',
  delivery: 'at-least-once',
  order: 'per-key',
  key: 'id',
  retention: '14d',
  maxDeliveries: 5,
  backoff: '5m',
  dlq: { owner: `team-${at % 7}`, alarm: true, retention: '30d', redrive: 'manual' },
  replay: 'the consumer group is reset',
});

/** @param {number} at */
const message = (at) => ({
  channel: `channel-${at}`,
  kind: 'event',
  id: 'event_id',
  key: 'id',
  fields: ['event_id', 'id'],
  schema: 'full',
});

/** @param {number} at */
const handler = (at) => ({
  service: `service-${at}`,
  on: at === 0 ? 'request' : `event-${at - 1}`,
  dedup: { kind: 'inbox', scope: 'operation', window: '30d', atomic: true, check: 'unique' },
  ack: 'after',
  needsOrder: 'none',
  writes: [{ store: `store-${at}`, mode: 'insert' }],
  publishes: [{ message: `event-${at}`, via: 'outbox', outbox: `store-${at}` }],
  calls: [],
});

/** Services in a row, each with a store, a handler and an event that the next one takes. */
const chain = () => ({
  name: 'A chain',
  services: each('service', (at) => ({ kind: 'service', owner: `team-${at % 7}` })),
  stores: each('store', store),
  channels: each('channel', channel),
  messages: each('event', message),
  handlers: each('handler', handler),
});

const FILES = ['asks', 'explored', 'fill', 'relations', 'template', 'world'].map(
  (name) => `src/deliverables/${name}.ts`,
);

/** How long all deliverables of a large model take, in a process that has done so before. */
export function fillTime() {
  return withEngine([...FILES, 'src/model/load.ts'], async (engine) => {
    const text = JSON.stringify(chain());
    const kinds = engine.KINDS.filter((/** @type {string} */ kind) => kind !== 'decision-record');
    let characters = 0;
    const once = async () => {
      const loaded = engine.loadModel([{ name: 'model.json', text }]);
      const [asks, explored] = await Promise.all([engine.loadAsks(), engine.exploredOf(loaded.model)]);
      const world = new engine.World(loaded, engine.RELATIONS);
      const inputs = { title: 'A chain', world, reports: [], explored, asks };
      characters = 0;
      for (const kind of kinds) {
        const { markdown } = engine.fill(await engine.loadTemplate(kind), inputs, () => undefined);
        characters += markdown.length;
      }
    };
    const runs = [];
    for (let i = 0; i < 7; i += 1) {
      const from = performance.now();
      await once();
      runs.push(performance.now() - from);
    }
    return [
      { figure: `all kinds for ${SERVICES} services`, value: Math.round(median(runs)), unit: 'ms', bar: '< 300 ms' },
      { figure: 'of that model, characters of Markdown', value: characters },
    ];
  });
}
