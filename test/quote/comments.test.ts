import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commentsOf } from '../../src/quote/comments.ts';

it.each<[string, string, [number, string][]]>([
  ['on a line of its own', 'a\n\n<!-- one -->\n', [[3, ' one ']]],
  [
    'two on a line',
    '<!--a--> b <!--c-->',
    [
      [1, 'a'],
      [1, 'c'],
    ],
  ],
  [
    'over several lines',
    'x\n<!-- a\nb -->\n<!--c-->',
    [
      [2, ' a\nb '],
      [4, 'c'],
    ],
  ],
  ['not in a fence', '```\n<!-- a -->\n```\n<!-- b -->', [[4, ' b ']]],
  ['not in a fence of a list or a quote', '- ~~~md\n  <!-- a -->\n  ~~~\n> ```\n> <!-- b -->\n> ```\n', []],
  ['not in a fence that is never closed', '```\n<!-- a -->\n', []],
  [
    'a fence in a comment is none',
    '<!--\n```\n-->\n<!-- b -->',
    [
      [1, '\n```\n'],
      [4, ' b '],
    ],
  ],
  ['not in a code span', 'Write `<!-- a -->` there. <!-- b -->', [[1, ' b ']]],
  ['not without an end', '<!-- a', []],
  ['after CRLF', 'a\r\n<!-- b -->\r\n', [[2, ' b ']]],
])('finds comments %s', (_, text, found) => {
  expect(commentsOf(text).map(({ line, text: said }) => [line, said])).toEqual(found);
});

it('gives slices of the text that do not overlap', () => {
  const piece = fc.constantFrom('<!--', '-->', '```\n', '~~~', '\n', '`', ' ', 'a', '> ', '- ');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { start, end, text: said } of commentsOf(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toBe(`<!--${said}-->`);
        last = end;
      }
    }),
  );
});
