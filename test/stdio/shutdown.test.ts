import { expect, test } from 'vitest';
import { RawServer } from '../helpers/server.ts';

const CLEAN = { code: 0, signal: null };

/** Long enough for a busy machine, far under the time that something stuck would take. */
const SOON = 10_000;

async function started(): Promise<RawServer> {
  const server = new RawServer();
  await server.initialize();
  return server;
}

test('the end of standard input ends the process', { timeout: SOON }, async () => {
  const server = await started();
  server.child.stdin.end();
  expect(await server.exited).toEqual(CLEAN);
  expect(server.stderr).toBe('');
});

test('standard input that ends before anything is said ends the process', { timeout: SOON }, async () => {
  const server = new RawServer();
  server.child.stdin.end();
  expect(await server.exited).toEqual(CLEAN);
});

test('what stands after the last newline is read, and answered before the end', { timeout: SOON }, async () => {
  const server = await started();
  const call = { name: 'read_guidance', arguments: { search: 'late duplicate' } };
  server.child.stdin.end(JSON.stringify({ jsonrpc: '2.0', id: 'tail', method: 'tools/call', params: call }));
  expect(await server.exited).toEqual(CLEAN);
  expect(server.replies.at(-1)).toMatchObject({ id: 'tail', result: expect.anything() });
});

test('many requests and then the end: all are answered', { timeout: SOON }, async () => {
  const server = await started();
  const lines = Array.from({ length: 300 }, (_, id) => JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/list' }));
  server.child.stdin.end(`${lines.join('\n')}\n`);
  expect(await server.exited).toEqual(CLEAN);
  expect(new Set(server.replies.map(({ id }) => id)).size).toBe(301);
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s ends the process cleanly',
  { timeout: SOON },
  async (signal) => {
    const server = await started();
    server.child.kill(signal);
    expect(await server.exited).toEqual(CLEAN);
  },
);

test('a signal lets a review in flight finish', { timeout: SOON }, async () => {
  const server = await started();
  // The first review also loads what later ones have at hand, which may take longer than the grace on a busy machine.
  await server.ask('tools/call', { name: 'review_design', arguments: { text: '# Orders' } });
  const text = '# Orders\n\nThe order service publishes an event to Kafka; the billing service reads it.\n'.repeat(50);
  server.send({
    jsonrpc: '2.0',
    id: 'work',
    method: 'tools/call',
    params: { name: 'review_design', arguments: { text } },
  });
  await server.ask('ping');
  server.child.kill('SIGTERM');
  expect(await server.exited).toEqual(CLEAN);
  expect(server.replies.find(({ id }) => id === 'work')).toBeDefined();
});

test('a client that closes its end of standard output ends the process quietly', { timeout: SOON }, async () => {
  const server = await started();
  server.child.stdout.destroy();
  server.send({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  server.send({ jsonrpc: '2.0', id: 2, method: 'tools/list' });
  expect(await server.exited).toEqual(CLEAN);
  expect(server.stderr).not.toContain('    at ');
});

test('a client that closes standard error is served on', { timeout: SOON }, async () => {
  const server = await started();
  server.child.stderr.destroy();
  const line = Buffer.concat([
    Buffer.from('{"jsonrpc":"2.0","id":5,"method":"ping","params":{"_meta":{"x":"'),
    Buffer.from([0xff]),
  ]);
  server.write(Buffer.concat([line, Buffer.from('"}}}\n')]));
  await server.reply(({ id }) => id === 5);
  expect((await server.ask('ping')).result).toEqual({});
  await server.stop();
});
