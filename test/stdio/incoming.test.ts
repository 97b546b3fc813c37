import { expect, test } from 'vitest';
import { readLine } from '../../src/stdio/incoming.ts';

const read = (line: string | Buffer) => readLine(Buffer.from(line));

test('a message is read with or without byte order mark and carriage return', () => {
  for (const line of ['{"jsonrpc":"2.0","method":"x"}', '\uFEFF{"jsonrpc":"2.0","id":0,"method":"x"}\r'])
    expect(read(line)).toMatchObject({ kind: 'message', suspect: false, message: { method: 'x' } });
  expect(read('{"jsonrpc":"2.0","id":"","result":{}}')).toMatchObject({ kind: 'message' });
});

test('blank lines are nothing', () => {
  for (const line of ['', ' \t', '\r', '\uFEFF']) expect(read(line)).toEqual({ kind: 'blank' });
});

test('bytes that are no UTF-8 are told apart from a replacement character that was sent', () => {
  const around = (bytes: Buffer) =>
    Buffer.concat([Buffer.from('{"jsonrpc":"2.0","method":"'), bytes, Buffer.from('"}')]);
  expect(read(around(Buffer.from([0xff])))).toMatchObject({ kind: 'message', suspect: true });
  expect(read(around(Buffer.from('\uFFFD')))).toMatchObject({ kind: 'message', suspect: false });
});

test('what is no message is a fault, with the id where it is one', () => {
  const fault = (line: string) => {
    const incoming = read(line);
    return incoming.kind === 'fault' ? [incoming.fault.code, incoming.fault.id] : incoming.kind;
  };
  expect(fault('{')).toEqual([-32700, undefined]);
  expect(fault('[]')).toEqual([-32600, undefined]);
  expect(fault('"x"')).toEqual([-32600, undefined]);
  expect(fault('{"id":1}')).toEqual([-32600, 1]);
  expect(fault('{"jsonrpc":"2.0","id":"a"}')).toEqual([-32600, 'a']);
  expect(fault('{"jsonrpc":"2.0","id":null,"method":"x"}')).toEqual([-32600, undefined]);
  expect(fault(`{"jsonrpc":"2.0","id":"${'x'.repeat(300)}","method":"x"}`)).toEqual([-32600, undefined]);
});
