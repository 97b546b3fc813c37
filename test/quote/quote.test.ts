import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDocument } from '../../src/document/index.ts';
import { createQuoteFinder } from '../../src/quote/quote.ts';
import { vocabulary } from '../review/knowledge.ts';

const finderOf = async (text: string) => createQuoteFinder(await parseDocument({ name: 'a.md', text }, vocabulary));

it.each([
  ['CRLF and tabs', 'one two\r\n\tthree four', 'two three', { line: 1, endLine: 2, quote: 'two\r\n\tthree' }],
  ['a table row', '| a | b |\n|---|---|\n| x  |  y |', '| x | y |', { line: 3, endLine: 3, quote: '| x  |  y |' }],
  ['a line of code', '```\nfoo(bar)\n```', 'foo(bar)', { line: 2, endLine: 2, quote: 'foo(bar)' }],
  [
    'characters beyond the first plane',
    'a 🦀 crab\n🦀 walks',
    'crab 🦀 walks',
    { line: 1, endLine: 2, quote: 'crab\n🦀 walks' },
  ],
  ['the first of several', 'same here\nsame here', 'same here', { line: 1, endLine: 1, quote: 'same here' }],
  ['after a byte order mark', '\uFEFFfirst line', 'first line', { line: 1, endLine: 1, quote: 'first line' }],
  ['words that are only joined', 'no table', 'notable', undefined],
  ['nothing', 'some text', '  ', undefined],
])('finds %s', async (_, text, quote, found) => {
  expect((await finderOf(text)).find(quote)).toEqual(found);
});

it('finds every piece of a text, whatever became of its white space, as an exact slice on its lines', async () => {
  const word = fc.stringMatching(/^[a-z|*`.é🦀]{1,6}$/u);
  const blank = fc.constantFrom(' ', '  ', '\n', '\r\n', '\n\n  ', '\t');
  const pairs = fc.array(fc.tuple(word, blank, blank), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(pairs, fc.nat(), fc.nat(), async (parts, a, b) => {
      const [from, to] = [a % parts.length, b % parts.length].toSorted((x, y) => x - y) as [number, number];
      const text = parts.map(([one, between]) => one + between).join('');
      const quote = parts
        .slice(from, to + 1)
        .map(([one, , other]) => one + other)
        .join('');
      const found = (await finderOf(text)).find(quote);
      const lines = text.split(/\r\n|\n/);
      expect(found).toBeDefined();
      expect(text).toContain(found?.quote);
      const squeeze = (source: string) => source.replace(/\s+/g, '');
      expect(squeeze(found?.quote ?? '')).toBe(squeeze(quote));
      const on = lines.slice((found?.line ?? 1) - 1, found?.endLine).join('\n');
      expect(squeeze(on)).toContain(squeeze(quote));
    }),
    { numRuns: 60 },
  );
});
