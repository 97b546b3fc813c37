import { expect, test } from 'vitest';
import { withServer, type RawServer, type Reply } from '../helpers/server.ts';

const OLD = ['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'];
const NEW = '2026-07-28';

/** Parameters as the stateless revision wants them: everything about the client with each request. */
function stateless(params: object = {}): object {
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': NEW,
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  return { ...params, _meta };
}

const REQUESTS: { method: string; params?: object }[] = [
  { method: 'tools/list' },
  { method: 'resources/list' },
  { method: 'resources/templates/list' },
  { method: 'prompts/list' },
  { method: 'skills/list' },
  { method: 'tools/call', params: { name: 'read_guidance', arguments: {} } },
  { method: 'prompts/get', params: { name: 'review_design', arguments: {} } },
  { method: 'resources/read', params: { uri: 'skill://distributed-systems-patterns/SKILL.md' } },
];

async function askAll(server: RawServer, wrap: (params?: object) => object): Promise<Map<string, Reply>> {
  const replies = new Map<string, Reply>();
  for (const { method, params } of REQUESTS) replies.set(method, await server.ask(method, wrap(params)));
  return replies;
}

test.each(OLD)('revision %s: initialize, then every list and call', async (version) => {
  await withServer(async (server) => {
    const { result } = await server.initialize(version);
    expect(result).toMatchObject({ protocolVersion: version, serverInfo: { name: 'faultline' } });
    for (const [method, reply] of await askAll(server, (params = {}) => params)) {
      expect(reply.error, method).toBeUndefined();
      expect(reply.result, method).not.toHaveProperty('ttlMs');
    }
  });
});

test(`revision ${NEW}: no handshake; lists and reads say how long they hold`, async () => {
  await withServer(async (server) => {
    const { result } = await server.ask('server/discover', stateless());
    expect(result).toMatchObject({
      supportedVersions: expect.arrayContaining([NEW]),
      ttlMs: 86_400_000,
      cacheScope: 'public',
    });
    for (const [method, reply] of await askAll(server, stateless)) {
      expect(reply.error, method).toBeUndefined();
      if (/list$|read$/.test(method))
        expect(reply.result, method).toMatchObject({ ttlMs: 86_400_000, cacheScope: 'public' });
    }
  });
});

test('an unknown revision is negotiated, not refused; nothing is needed before a request', async () => {
  await withServer(async (server) => {
    expect((await server.initialize('1999-01-01')).result).toMatchObject({ protocolVersion: '2025-11-25' });
    expect((await server.initialize()).error).toBeUndefined();
  });
  await withServer(async (server) => {
    expect((await server.ask('tools/list')).result).toBeDefined();
    expect((await server.ask('no/such/method')).error).toMatchObject({ code: -32601 });
  });
});

test('the same request gives the same bytes, in any process', async () => {
  const answers: string[] = [];
  for (let run = 0; run < 2; run++) {
    await withServer(async (server) => {
      await server.initialize();
      const replies = await askAll(server, (params = {}) => params);
      answers.push(JSON.stringify([...replies].map(([method, { result }]) => [method, result])));
    });
  }
  expect(answers[0]).toBe(answers[1]);
});

test('it serves where code may not be made from text', async () => {
  const { RawServer } = await import('../helpers/server.ts');
  const server = new RawServer([], { execArgv: ['--disallow-code-generation-from-strings'] });
  await server.initialize();
  for (const [method, { error }] of await askAll(server, (params = {}) => params))
    expect(error, method).toBeUndefined();
  await server.stop();
});
