import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { stringify } from 'yaml';
import { expect, test } from 'vitest';
import { saga } from '../explore/seeded.ts';
import { property, textOf, withServer, type RawServer, type Reply } from '../helpers/server.ts';

const call = (server: RawServer, input: object, more: object = {}): Promise<Reply> =>
  server.ask('tools/call', { name: 'explore_failures', arguments: input, ...more });

const BROKEN = stringify(saga({}, { attempts: 1 }, { tombstone: false }));
const SOUND = stringify(saga({}, { attempts: 1 }));

test('a model gives its shortest trace and the repairs, in few tokens', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const { result } = await call(server, { model: BROKEN });
    const text = textOf(result);
    expect(text).toContain('violated **no-orphan-undo**, one instance of order');
    expect(text).toContain('4. **reorder**: undo-1 overtakes a command for step-1');
    expect(text).toContain('Repairs, each for up to 3 faults: ');
    expect(encode(text).length).toBeLessThan(1200);
    expect(property(result, 'structuredContent')).toMatchObject({
      verdicts: [{ verdict: 'violated', property: 'no-orphan-undo', faults: 2 }, { property: 'all-or-nothing' }],
    });
    expect(encode(JSON.stringify(property(result, 'structuredContent'))).length).toBeLessThan(1200);
  });
});

test('the old model as baseline tells what a change repaired', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const { result } = await call(server, { model: SOUND, baseline: BROKEN });
    expect(textOf(result)).toContain('Since the earlier model: 2 repaired, 0 remaining, 0 new, 0 gone without proof');
    expect(textOf(result)).toContain('Holds for every combination of up to 3 faults. Not checked: ');
  });
});

test('full detail has the diagram and the test', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const text = textOf((await call(server, { model: BROKEN, detail: 'full' })).result);
    expect(text).toContain('```mermaid\nsequenceDiagram');
    expect(text).toContain('```gherkin\nScenario: one instance of order');
  });
});

test('bad input is refused with what to do', async () => {
  await withServer(async (server) => {
    await server.initialize();
    expect(textOf((await call(server, {})).result)).toContain(
      'Pass paths or text (a design), or model (YAML), or both.',
    );
    expect(textOf((await call(server, { model: BROKEN, workflow: 'ship' })).result)).toContain(
      'No workflow is called ship',
    );
    expect(textOf((await call(server, { model: 'workflows: { order: { steps: 3 } }' })).result)).toContain(
      'model.yaml',
    );
    expect(textOf((await call(server, { text: '# Orders\n\nThey are saved.\n' })).result)).toContain(
      'Nothing in it can be explored yet',
    );
  });
});

test('who asks for it is told how far it is', async () => {
  await withServer(async (server) => {
    await server.initialize();
    await call(server, { model: BROKEN }, { _meta: { progressToken: 'p' } });
    const told = server.replies.filter(({ method }) => method === 'notifications/progress');
    expect(told.map(({ params }) => params)).toEqual([
      { progressToken: 'p', progress: 0, total: 1, message: 'one instance of order' },
    ]);
  });
});

test('what is called off is not answered, and the server goes on', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `order-${at}`,
        (saga({}, { attempts: 1 }, { tombstone: false })['workflows'] as { order: object }).order,
      ]),
    );
    server.send({
      jsonrpc: '2.0',
      id: 'slow',
      method: 'tools/call',
      params: { name: 'explore_failures', arguments: { model: stringify({ workflows: many }) } },
    });
    server.send({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 'slow' } });
    const { result } = await call(server, { model: SOUND });
    expect(textOf(result)).toContain('0 violated');
    expect(server.replies.filter(({ id }) => id === 'slow')).toEqual([]);
  });
});
