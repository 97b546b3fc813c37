import { expect, test } from 'vitest';
import { RawServer, withServer, type Reply } from '../helpers/server.ts';

const MIB = 1024 * 1024;
const PING = { jsonrpc: '2.0', method: 'ping' };

/** What stands on a line, and the error that it gets; without an id where none can be made out. */
const BAD: { name: string; line: string; code: number; id?: string | number }[] = [
  { name: 'no JSON', line: '{"jsonrpc":"2.0","id":7,', code: -32700 },
  { name: 'NUL bytes', line: '\0\0\0', code: -32700 },
  { name: 'a word', line: 'hello', code: -32700 },
  { name: 'a number', line: '1', code: -32600 },
  { name: 'null', line: 'null', code: -32600 },
  { name: 'a batch', line: '[{"jsonrpc":"2.0","id":7,"method":"ping"}]', code: -32600 },
  { name: 'an empty object', line: '{}', code: -32600 },
  { name: 'no jsonrpc', line: '{"id":7,"method":"ping"}', code: -32600, id: 7 },
  { name: 'another jsonrpc', line: '{"jsonrpc":"1.0","id":"a","method":"ping"}', code: -32600, id: 'a' },
  { name: 'id null', line: '{"jsonrpc":"2.0","id":null,"method":"ping"}', code: -32600 },
  { name: 'id 1.5', line: '{"jsonrpc":"2.0","id":1.5,"method":"ping"}', code: -32600 },
  { name: 'id 2^53', line: '{"jsonrpc":"2.0","id":9007199254740992,"method":"ping"}', code: -32600 },
  { name: 'an id object', line: '{"jsonrpc":"2.0","id":{},"method":"ping"}', code: -32600 },
  { name: 'a method that is no string', line: '{"jsonrpc":"2.0","id":7,"method":1}', code: -32600, id: 7 },
  {
    name: 'params that are no object',
    line: '{"jsonrpc":"2.0","id":7,"method":"ping","params":[1]}',
    code: -32600,
    id: 7,
  },
];

test('every bad line is answered with its error, and the next request is served', async () => {
  await withServer(async (server) => {
    await server.initialize();
    for (const { name, line, code, id } of BAD) {
      const before = server.replies.length;
      server.write(`${line}\n`);
      await server.ask('ping');
      const [reply, ...others] = server.replies.slice(before).filter(({ error }) => error !== undefined);
      expect(reply?.error?.code, name).toBe(code);
      expect(reply !== undefined && 'id' in reply ? reply.id : undefined, name).toBe(id);
      expect(others, name).toEqual([]);
    }
  });
});

test('blank lines, CRLF, a byte order mark and single bytes are taken as they come', async () => {
  await withServer(async (server) => {
    server.write('\uFEFF');
    server.write('\n\r\n   \n');
    await server.initialize();
    server.write(`${JSON.stringify({ ...PING, id: 'crlf' })}\r\n`);
    await server.reply(({ id }) => id === 'crlf');
    for (const byte of Buffer.from(`${JSON.stringify({ ...PING, id: 'é' })}\n`)) server.write(Buffer.from([byte]));
    await server.reply(({ id }) => id === 'é');
    expect(server.replies.filter(({ error }) => error !== undefined)).toEqual([]);
  });
});

test('ids 0 and "" are ids', async () => {
  await withServer(async (server) => {
    await server.initialize();
    expect((await server.ask('ping', undefined, 0)).result).toEqual({});
    expect((await server.ask('ping', undefined, '')).result).toEqual({});
  });
});

test('a line over 8 MiB gets one error, without an end too, and the session goes on', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const chunk = Buffer.alloc(64 * 1024, 'a');
    for (let sent = 0; sent < 24 * MIB; sent += chunk.length) server.write(chunk);
    server.write('\n');
    await server.ask('ping');
    const errors = server.replies.filter(({ error }) => error !== undefined);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ error: { code: -32600 } });
    expect(errors[0]).not.toHaveProperty('id');
  });
});

test('several lines of 1 MB in one write are all answered', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const pad = 'x'.repeat(1_000_000);
    const lines = Array.from({ length: 6 }, (_, id) => JSON.stringify({ ...PING, id, params: { _meta: { pad } } }));
    server.write(`${lines.join('\n')}\n`);
    for (let id = 0; id < 6; id++) expect((await server.reply((one) => one.id === id)).result).toEqual({});
  });
});

test('20,000 pipelined requests are all answered, each once', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const ids = Array.from({ length: 20_000 }, (_, index) => `p${index}`);
    server.write(ids.map((id) => `${JSON.stringify({ ...PING, id })}\n`).join(''));
    await server.count(ids.length + 1);
    const answered = server.replies.map(({ id }) => id).filter((id) => String(id).startsWith('p'));
    expect(new Set(answered).size).toBe(ids.length);
    expect(answered).toHaveLength(ids.length);
  });
});

test('what comes back does not grow with what came in', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const long = 'n'.repeat(MIB);
    const replies: Reply[] = [
      await server.ask('tools/call', { name: long }),
      await server.ask('tools/call', { name: 'read_guidance', arguments: { [long]: 1 } }),
      await server.ask('tools/call', { name: 'read_guidance', arguments: { name: 'n'.repeat(200) } }),
      await server.ask('resources/read', { uri: long }),
      await server.ask('resources/read', { uri: `skill://${'a,'.repeat(200_000)}` }),
      await server.ask('prompts/get', { name: long }),
      await server.ask(long),
    ];
    for (const reply of replies) expect(JSON.stringify(reply).length).toBeLessThan(2500);
  });
});

test('a second request with an id that is still in flight is refused, the first is answered', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const call = {
      jsonrpc: '2.0',
      id: 'twice',
      method: 'tools/call',
      params: { name: 'read_guidance', arguments: {} },
    };
    server.write(`${JSON.stringify(call)}\n${JSON.stringify(call)}\n`);
    await server.reply(({ id, result }) => id === 'twice' && result !== undefined);
    await server.reply(({ id, error }) => id === 'twice' && error?.code === -32600);
    expect((await server.ask('ping', undefined, 'twice-more')).result).toEqual({});
  });
});

test('a cancelled request is not waited for', async () => {
  const server = new RawServer();
  await server.initialize();
  server.send({
    jsonrpc: '2.0',
    id: 'c',
    method: 'tools/call',
    params: { name: 'read_guidance', arguments: { search: 'late' } },
  });
  server.send({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 'c' } });
  await server.ask('ping');
  server.child.stdin.end();
  expect(await server.exited).toEqual({ code: 0, signal: null });
});

test('a request cut short at any byte does no harm', async () => {
  const line = JSON.stringify({ jsonrpc: '2.0', id: 'cut', method: 'tools/list', params: {} });
  await withServer(async (server) => {
    await server.initialize();
    for (let at = 1; at < line.length; at++) server.write(`${line.slice(0, at)}\n`);
    await server.ask('ping');
    expect(server.replies.filter(({ error }) => error?.code === -32700)).toHaveLength(line.length - 1);
  });
});
