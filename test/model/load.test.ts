import { expect, test } from 'vitest';
import { loadModel } from '../../src/model/load.ts';
import { checkFiles } from '../../src/model/result.ts';

const yaml = (text: string, name = 'model.yaml') => ({ name, text });
const problem = (...files: { name: string; text: string }[]) => {
  try {
    loadModel(files);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'read';
};

test('durations, counts, shares, rates and short forms are read', () => {
  const { model } = loadModel([
    yaml(
      'services: { a: { availability: 99.9% } }\nchannels: { c: { retention: 2w, maxDeliveries: unlimited, rate: 120/min, dlq: team } }\nhandlers: { h: { on: m, dedup: inbox } }\n',
    ),
  ]);
  expect(model.services?.['a']?.availability).toBeCloseTo(0.999);
  expect(model.channels?.['c']).toEqual({
    retention: 1_209_600,
    maxDeliveries: Infinity,
    rate: 2,
    dlq: { owner: 'team' },
  });
  expect(model.handlers?.['h']).toEqual({ on: ['m'], dedup: { kind: 'inbox' } });
});

test('every value keeps its line', () => {
  const { placeOf } = loadModel([yaml('channels:\n  c:\n    retention: 7d\n    backoff: 1s\n')]);
  expect(placeOf('channels.c.retention')).toEqual({ file: 'model.yaml', line: 3 });
  expect(placeOf('channels.c.backoff')).toEqual({ file: 'model.yaml', line: 4 });
});

test.each([
  [
    'channels:\n  c:\n    retries: 3\n',
    /^model\.yaml, line 3: channels\.c\.retries: there is no such field; did you mean retry\?/,
  ],
  [
    'channels:\n  c: { order: per-keys }\n',
    /line 2: channels\.c\.order: "per-keys" is not none, per-key, total; did you mean per-key\?/,
  ],
  ['channels:\n  c: { retention: 7 days }\n', /"7 days" is not a time like 200ms, 30s, 15m, 7d or forever/],
  [
    'handlers:\n  h: { dedup: { kind: inbocks } }\n',
    /handlers\.h\.dedup\.kind: "inbocks" is not natural, inbox, cache/,
  ],
  ['services: &a { x: {} }\n', /anchors are not read/],
  ['services: { x: {}, x: {} }\n', /stands twice/],
  ['- a\n', /a model is a mapping/],
  ['services: {\n', /model\.yaml: /],
  [`a: ${'['.repeat(10_000)}`, /nested deeper/],
  [`a:\n${'- '.repeat(10_000)}x`, /nested deeper/],
  ['x'.repeat(1024 * 1024 + 1), /larger than 1 MiB/],
])('%.30j is refused in one line that says what to do', (text, message) => {
  const said = problem(yaml(text));
  expect(said).toMatch(message);
  expect(said).not.toContain('\n');
});

test('an alias bomb is refused', () => {
  const bomb = Array.from(
    { length: 12 },
    (_, at) =>
      `a${at}: &a${at} [${
        at === 0
          ? 'x'
          : Array(9)
              .fill(`*a${at - 1}`)
              .join(', ')
      }]`,
  );
  expect(problem(yaml(bomb.join('\n')))).toMatch(/anchors|aliases/);
});

test('a name that means something to JavaScript is only a name', () => {
  const { model } = loadModel([yaml('services:\n  __proto__: { owner: a }\n  constructor: { owner: b }\n')]);
  expect(Object.keys(model.services ?? {})).toContain('constructor');
  expect(Reflect.get({}, 'owner')).toBeUndefined();
});

const DESIGN = '# Pay\n\nThe queue keeps a message for 4 days.\n\nPayments tries five times.\n';

test('a cited line and cited words are places in the design', () => {
  const { placeOf } = loadModel([
    yaml(
      'channels:\n  pay: # "tries five times"\n    maxDeliveries: 5\n    retention: 4d # L3\n    backoff: 1s # of our own\n',
    ),
    { name: 'design.md', text: DESIGN },
  ]);
  expect(placeOf('channels.pay.maxDeliveries')).toEqual({ file: 'design.md', line: 5 });
  expect(placeOf('channels.pay.retention')).toEqual({ file: 'design.md', line: 3 });
  expect(placeOf('channels.pay.backoff')).toBeUndefined();
});

test.each([
  ['# "keeps a message for 4 weeks"', /does not stand in the design; nearest is design\.md, line 3: "The queue keeps/],
  ['# L4', /line 4 of design\.md, which is not there or empty/],
  ['# L99', /line 99 of design\.md/],
  ['# other.md:3', /which was not given; give that file too/],
])('a place that is not there is refused: %s', (cite, message) => {
  expect(problem(yaml(`channels: { pay: { retention: 4d } } ${cite}\n`), { name: 'design.md', text: DESIGN })).toMatch(
    message,
  );
});

test('a finding that rests on a fact without a place says so', async () => {
  const model = 'channels:\n  pay:\n    maxDeliveries: 5 # L5\n    dlq: none\n';
  const result = await checkFiles([yaml(model), { name: 'design.md', text: DESIGN }], '0.0.0');
  expect(result.findings).toMatchObject([{ rule: 'queue.silent-loss', severity: 'critical', uncited: true }]);
  expect(result.findings[0]?.facts).toContainEqual({ path: 'channels.pay.maxDeliveries', file: 'design.md', line: 5 });
  expect(result.uncited).toBe(1);
});

test('blocks of a design are read with the lines of the design', () => {
  const text =
    '# A\n\n```yaml faultline\nservices:\n  a: { instances: 2 }\n```\n\ntext\n\n```yaml faultline\nservices:\n  b: { owner: x }\n```\n';
  const { model, placeOf, written } = loadModel([{ name: 'a.md', text }]);
  expect(Object.keys(model.services ?? {})).toEqual(['a', 'b']);
  expect(placeOf('services.b.owner')).toEqual({ file: 'a.md', line: 12 });
  expect(written).toBe(true);
});

test('tables, lists and diagrams state parts, with their lines', () => {
  const text = `# Shop

| service | team | store |
| --- | --- | --- |
| orders | shop | \`orders-db\` (PostgreSQL) |
| payments | finance | payments-db |

## Topics

- **order.events**: all of an order

| topic | partitions | retention | order |
| --- | --- | --- | --- |
| payments | 12 | 7 days | per key |

| event | topic | producer | consumers |
| --- | --- | --- | --- |
| payment.requested | payments | orders | payments, audit |

\`\`\`mermaid
sequenceDiagram
  participant O as orders
  participant P as payments
  O->>P: charge
  P-->>O: charged
  P->>O: tell
\`\`\`
`;
  const { model, placeOf, written } = loadModel([{ name: 'shop.md', text }]);
  expect(model.services?.['orders']).toEqual({ owner: 'shop' });
  expect(model.stores?.['orders-db']).toEqual({ owner: 'orders' });
  expect(model.channels?.['payments']).toEqual({ partitions: 12, retention: 604_800, order: 'per-key' });
  expect(Object.keys(model.channels ?? {})).toContain('order.events');
  expect(model.handlers?.['audit.on-payment.requested']).toEqual({ service: 'audit', on: ['payment.requested'] });
  expect(model.handlers?.['orders.calls-payments']?.calls).toEqual([{ to: 'payments', sync: true }]);
  expect(model.handlers?.['payments.calls-orders']?.calls).toEqual([{ to: 'orders' }]);
  expect(placeOf('channels.payments.retention')).toEqual({ file: 'shop.md', line: 14 });
  expect(placeOf('handlers.orders.calls-payments.calls[0].to')).toEqual({ file: 'shop.md', line: 24 });
  expect(written).toBe(false);
});

test('files are one model; the first that states a fact wins, and what differs is told', () => {
  const one = yaml(
    'channels: { c: { retention: 7d } }\nhandlers: { h: { calls: [{ to: bank, attempts: 3 }] } }\n',
    'one.yaml',
  );
  const two = yaml(
    'channels: { c: { retention: 4d, backoff: 1s } }\nhandlers: { h: { calls: [{ to: mail }, { to: bank, timeout: 2s }] } }\n',
    'two.yaml',
  );
  const { model, disagreements } = loadModel([one, two]);
  expect(model.channels?.['c']).toEqual({ retention: 604_800, backoff: 1 });
  expect(model.handlers?.['h']?.calls).toEqual([{ to: 'bank', attempts: 3, timeout: 2 }, { to: 'mail' }]);
  expect(disagreements).toMatchObject([
    { path: 'channels.c.retention', kept: { file: 'one.yaml' }, other: { file: 'two.yaml' } },
  ]);
});

test('a mechanism that one file has not and another describes is told', () => {
  const none = yaml('handlers: { h: { dedup: none } }\n', 'none.yaml');
  const inbox = yaml('handlers: { h: { dedup: inbox } }\n', 'inbox.yaml');
  expect(loadModel([none, inbox]).model.handlers?.['h']?.dedup).toBe('none');
  expect(loadModel([none, inbox]).disagreements).toHaveLength(1);
  expect(loadModel([inbox, none]).model.handlers?.['h']?.dedup).toEqual({ kind: 'inbox' });
  expect(loadModel([inbox, none]).disagreements).toHaveLength(1);
});

test('a name that stands nowhere is told with the nearest', () => {
  const { dangling } = loadModel([yaml('services: { payments: {} }\nhandlers: { pay: { service: paymnts } }\n')]);
  expect(dangling.map(({ message }) => message)).toEqual([
    'handlers.pay.service names paymnts, which does not stand in services; the nearest is payments',
  ]);
});

test('the draft of a design reads back to the same model, with its places', async () => {
  const design = { name: 'design.md', text: '| service | team |\n| --- | --- |\n| orders | shop |\n' };
  const { yaml: draft } = await checkFiles([design], '0.0.0');
  expect(draft).toBe('services:\n  orders: { owner: shop } # L3\n');
  const again = loadModel([yaml(draft), design]);
  expect(again.model).toEqual(loadModel([design]).model);
  expect(again.placeOf('services.orders.owner')).toEqual({ file: 'design.md', line: 3 });
});

test('a tidied model keeps its comments and its order', async () => {
  const text = '# ours\nstores:\n  b: {owner:   x} # why\nservices:\n  x: {}\n';
  const { yaml: tidy } = await checkFiles([yaml(text)], '0.0.0');
  expect(tidy).toBe('# ours\nstores:\n  b: { owner: x } # why\nservices:\n  x: {}\n');
});

test('questions come in the order of how many rules wait for them', async () => {
  const { questions } = await checkFiles([yaml('channels: { c: { maxDeliveries: 5 } }\n')], '0.0.0');
  const dlq = questions.find(({ path }) => path === 'channels.c.dlq');
  expect(dlq?.expected).toContain('none');
  expect(dlq?.rules).toContain('queue.silent-loss');
  const counts = questions.map(({ rules }) => rules.length);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});

test('a list that is unstated is asked for as a list', async () => {
  const { questions } = await checkFiles([yaml('handlers: { h: { publishes: [{ via: after-commit }] } }\n')], '0.0.0');
  expect(questions.map(({ path, expected }) => `${path}: ${expected}`)).toContain(
    'handlers.h.writes: a list, [] for none',
  );
});

test('the same model gives the same value', async () => {
  const text = 'handlers: { h: { writes: [{ store: s }], publishes: [{ message: m, via: after-commit }] } }\n';
  expect(await checkFiles([yaml(text)], '1')).toEqual(await checkFiles([yaml(text)], '1'));
});

test('lists under a heading that says what they are, and names that are links, are read', () => {
  const text = `## 2. Core services

- **Order service**: takes orders
- [billing](services/billing.md) charges cards
- stock keeper - counts
- each of them has an owner

## Message queues

- \`orders\`: work of the warehouse

## What our services expect

- **patience**: always

| Microservice | Team |
| --- | --- |
| [users](users/) | identity |
`;
  const { model } = loadModel([{ name: 'design.md', text }]);
  expect(Object.keys(model.services ?? {})).toEqual(['Order-service', 'billing', 'stock-keeper', 'users']);
  expect(model.channels).toEqual({ orders: {} });
  expect(model.services?.['users']).toEqual({ owner: 'identity' });
});

test('a message that is consumed and never published is told, unless it comes from outside', () => {
  const text = (outside: string) => `messages: { asked: ${outside}, done: {} }
handlers:
  pay: { on: asked, publishes: [{ message: done }] }
`;
  expect(loadModel([yaml(text('{}'))]).dangling.map(({ message }) => message)).toEqual([
    'pay consumes asked, which no handler publishes; state outside: true if it comes from elsewhere',
  ]);
  expect(loadModel([yaml(text('{ outside: true }'))]).dangling).toEqual([]);
});
