import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { property, textOf, withServer, type RawServer, type Reply } from '../helpers/server.ts';

const call = (server: RawServer, input: object): Promise<Reply> =>
  server.ask('tools/call', { name: 'check_model', arguments: input });

const DESIGN = `# Orders

| service | team | store |
| --- | --- | --- |
| orders | shop | orders-db |

Orders saves the order, commits, and then publishes order.placed.
`;

const MODEL = `handlers:
  place-order: # "commits, and then publishes order.placed"
    service: orders
    writes: [{ store: orders-db, mode: insert }]
    publishes: [{ message: order.placed, via: after-commit }]
`;

test('a design gives a draft, the completed model its findings', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const first = await call(server, { text: DESIGN });
    expect(textOf(first.result)).toContain('orders: { owner: shop } # L5');
    expect(textOf(first.result)).toContain('Complete the draft');
    const second = await call(server, { text: DESIGN, model: MODEL });
    const text = textOf(second.result);
    expect(text).toContain('critical **outbox.dual-write** place-order commits, then publishes order.placed');
    expect(text).toContain('design.md:7');
    expect(property(second.result, 'structuredContent')).toMatchObject({
      findings: [{ rule: 'outbox.dual-write', at: 'handlers.place-order.publishes[0]', uncited: false }],
    });
  });
});

test('a quote that the design does not have is refused with the nearest text', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const model = MODEL.replace('commits, and then', 'publishes, and then');
    const { result } = await call(server, { text: DESIGN, model });
    expect(property(result, 'isError')).toBe(true);
    expect(textOf(result)).toMatch(/does not stand in the design; nearest is design\.md, line 7/);
  });
});

test('files are read by their paths, and nothing else is', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'faultline-'));
  await writeFile(join(dir, 'orders.md'), DESIGN);
  await writeFile(join(dir, 'orders.yaml'), MODEL);
  await withServer(
    async (server) => {
      await server.initialize();
      const paths = [join(dir, 'orders.yaml'), join(dir, 'orders.md')];
      const { result } = await call(server, { paths });
      expect(textOf(result)).toContain('outbox.dual-write');
      expect(textOf((await call(server, { paths: ['/etc/hosts.yaml'] })).result)).toContain('outside');
      expect(textOf((await call(server, {})).result)).toContain('Pass paths or text');
    },
    ['--root', dir],
  );
  await rm(dir, { recursive: true });
});

test('the concise answer of a large model stays under 1,500 tokens', async () => {
  const one = (at: number) => `  place-${at}:
    writes: [{ store: db-${at}, mode: insert }]
    publishes: [{ message: order.placed, via: after-commit }]
    calls: [{ to: bank-${at}, sync: true, timeout: none, effect: true, attempts: 3, key: none }]\n`;
  const model = `handlers:\n${Array.from({ length: 60 }, (_, at) => one(at)).join('')}`;
  await withServer(async (server) => {
    await server.initialize();
    const { result } = await call(server, { model, text: DESIGN });
    const text = textOf(result);
    expect(text).toContain('more findings: detail "full"');
    expect(property(property(result, 'structuredContent'), 'violated')).toBeGreaterThan(60);
    expect(encode(JSON.stringify(property(result, 'structuredContent'))).length).toBeLessThan(1_500);
    expect(encode(text).length).toBeLessThan(1_500);
    const draft = textOf((await call(server, { text: DESIGN.repeat(40) })).result);
    expect(encode(draft).length).toBeLessThan(1_500);
  });
});
