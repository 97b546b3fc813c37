import { expect, test } from 'vitest';
import { faultLine, messageLine } from '../../src/stdio/outgoing.ts';

const error = (message: string, data?: unknown) =>
  messageLine({
    jsonrpc: '2.0',
    id: 1,
    error: data === undefined ? { code: -32602, message } : { code: -32602, message, data },
  });

test('a fault without an id has no id at all', () => {
  expect(faultLine({ code: -32700, message: 'x' })).toBe('{"jsonrpc":"2.0","error":{"code":-32700,"message":"x"}}\n');
  expect(JSON.parse(faultLine({ code: -32600, message: 'x', id: 0 }))).toMatchObject({ id: 0 });
});

test('an error that repeats a long name is cut to 2 KiB of valid text', () => {
  for (const name of ['n', 'é', '\u{1F600}']) {
    const { message } = JSON.parse(error(name.repeat(100_000))).error;
    expect(Buffer.byteLength(message)).toBeLessThanOrEqual(2048);
    expect(message).not.toContain('\uFFFD');
  }
  expect(JSON.parse(error('x', { uri: 'u'.repeat(5000) })).error.data).toBeUndefined();
});

test('the text of a failed call is cut, that of a good one is not', () => {
  const call = (isError: boolean) =>
    messageLine({ jsonrpc: '2.0', id: 1, result: { content: [{ type: 'text', text: 'y'.repeat(5000) }], isError } });
  expect(call(true).length).toBeLessThan(2300);
  expect(call(false).length).toBeGreaterThan(5000);
});

test('a result over 1 MiB becomes an error with the same id', () => {
  const reply = JSON.parse(messageLine({ jsonrpc: '2.0', id: 'a', result: { text: 'z'.repeat(1024 * 1024) } }));
  expect(reply).toMatchObject({ id: 'a', error: { code: -32603 } });
});

test('a lone surrogate becomes the replacement character; pairs and backslashes stay', () => {
  const text = 'a\ud83d b \u{1F600} \\ud83d \\\ud83d';
  const line = messageLine({ jsonrpc: '2.0', id: 1, result: { text } });
  expect(JSON.parse(line).result.text).toBe('a\uFFFD b \u{1F600} \\ud83d \\\uFFFD');
});
