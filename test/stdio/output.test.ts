import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { takeOutput } from '../../src/stdio/output.ts';

const read = (stream: PassThrough) => String(stream.read() ?? '');

test('only the protocol reaches standard output, whatever else writes to it', async () => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const output = takeOutput(stdout, stderr);
  stdout.write('from a dependency\n');
  await output.write('{"jsonrpc":"2.0"}\n');
  await output.flushed();
  expect(read(stdout)).toBe('{"jsonrpc":"2.0"}\n');
  expect(read(stderr)).toBe('from a dependency\n');
});

test('a client that is gone is told of once, and writing to it fails without an uncaught error', async () => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const output = takeOutput(stdout, stderr);
  let told = 0;
  output.onBroken(() => told++);
  stderr.destroy(new Error('EPIPE'));
  stdout.destroy(new Error('EPIPE'));
  await new Promise((resolve) => stdout.once('close', resolve));
  await expect(output.write('x')).rejects.toThrow('closed its end');
  await output.flushed();
  expect(told).toBe(1);
});

test('ten thousand writes add no listeners', async () => {
  const [stdout, stderr] = [new PassThrough({ highWaterMark: 16 }), new PassThrough()];
  const output = takeOutput(stdout, stderr);
  const before = stdout.listenerCount('drain') + stdout.listenerCount('error');
  const writes = Array.from({ length: 10_000 }, () => output.write('line\n'));
  expect(output.pending()).toBeGreaterThan(0);
  expect(stdout.listenerCount('drain') + stdout.listenerCount('error')).toBe(before);
  stdout.resume();
  await Promise.all(writes);
  expect(output.pending()).toBe(0);
});
