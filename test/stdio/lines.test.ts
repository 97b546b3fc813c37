import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineReader, type Line } from '../../src/stdio/lines.ts';

const text = (lines: readonly Line[]) => lines.map(String);

test('lines are cut at newlines, whatever the chunks are', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 7 }), (all, size) => {
      const lines = all.map((line) => line.replaceAll('\n', ''));
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
      const reader = createLineReader(1024);
      const read: Line[] = [];
      for (let at = 0; at < bytes.length; at += size) read.push(...reader.push(bytes.subarray(at, at + size)));
      expect(text(read)).toEqual(lines.map((line) => Buffer.from(line).toString()));
      expect(reader.end()).toBeUndefined();
    }),
  );
});

test('a line over the bound is reported once, passed over to its end, and the next one is read', () => {
  const reader = createLineReader(10);
  expect(text(reader.push(Buffer.from('a'.repeat(11))))).toEqual(['too-long']);
  expect(text(reader.push(Buffer.from('a'.repeat(100))))).toEqual([]);
  expect(text(reader.push(Buffer.from('a\nnext\nx')))).toEqual(['next']);
  expect(String(reader.end())).toBe('x');
});

test('a line of exactly the bound is read', () => {
  expect(text(createLineReader(4).push(Buffer.from('abcd\nabcde\n')))).toEqual(['abcd', 'too-long']);
});
