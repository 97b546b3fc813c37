import fc from 'fast-check';
import type { Root, RootContent, TableCell } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { name, prose } from '../../src/deliverables/escape.ts';
import { completeData, fillAll } from './filled.ts';
import { UNEXPLORED } from '../../src/deliverables/explored.ts';

const markdown = unified().use(remarkParse).use(remarkGfm);

type Node = Root | RootContent;

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** White space and the ticks of a code span are how a text is written, not what it says. */
const bare = (text: string) => text.replaceAll(/[\s`]+/g, '');

const NASTY = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          '|',
          '\\',
          '`',
          '``',
          '*',
          '_',
          '[',
          ']',
          '(',
          ')',
          '<',
          '>',
          '<b>',
          '<!-- keep -->',
          '-->',
          '&amp;',
          '&',
          '#',
          '# ',
          '- ',
          '1. ',
          '+ ',
          '> ',
          '~~',
          '$',
          '{{ x }}',
          '{% if %}',
          'a',
          ' ',
          '\n',
          '\r\n',
          '|---|',
          '![x](y)',
          'https://a.b/c',
          '```',
          '---',
          '===',
          '_not',
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  )
  .filter((text) => text.trim() !== '' && text.length <= 300);

describe('a text in a cell', () => {
  test('is read back as that text, in a cell and in a paragraph', () => {
    fc.assert(
      fc.property(NASTY, (text) => {
        const table = markdown.parse(`| a | b |\n| --- | --- |\n| ${prose(text)} | x |\n`);
        const cells = [...nodesOf(table)].filter((node): node is TableCell => node.type === 'tableCell');
        expect(cells).toHaveLength(4);
        expect(bare(textOf(cells[2] ?? table))).toBe(bare(text));
        const item = markdown.parse(`- ${prose(text)} x\n`);
        expect(
          [...nodesOf(item)]
            .map(({ type }) => type)
            .filter((type) =>
              ['html', 'heading', 'image', 'emphasis', 'strong', 'delete', 'thematicBreak', 'code'].includes(type),
            ),
        ).toEqual([]);
        expect(bare(textOf(item))).toBe(bare(`${text} x`));
      }),
      { numRuns: 3000 },
    );
  });

  test('that is a name stays a name', () => {
    for (const one of ['orders', 'order.placed', 'a|b', 'a`b', 'lines[{sku, quantity}]']) {
      const cells = [...nodesOf(markdown.parse(`| a |\n| --- |\n| ${name(one)} |\n`))].filter(
        ({ type }) => type === 'tableCell',
      );
      expect(textOf(cells[1] ?? markdown.parse(''))).toBe(one);
    }
  });
});

/** Where a person writes freely. */
const FREE = [
  ['stores', 'loans-db', 'because'],
  ['stores', 'shelf-view', 'shows'],
  ['channels', 'lending-events', 'replay'],
  ['messages', 'loan.requested', 'because'],
  ['handlers', 'request-loan', 'endpoint'],
  ['workflows', 'loan', 'pending'],
  ['invariants', 'loans-match-copies', 'repair'],
  ['signals', 'oldest-event', 'measure'],
  ['decisions', 'three-services', 'choice'],
] as const;

function put(data: Record<string, unknown>, path: readonly string[], value: string): void {
  let at: object = data;
  for (const part of path.slice(0, -1)) at = Reflect.get(at, part);
  Reflect.set(at, path.at(-1) ?? '', value);
}

test('whatever a model says, its documents are whole Markdown: no HTML, tables of equal rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(NASTY, { minLength: FREE.length, maxLength: FREE.length }), async (texts) => {
      const data = completeData();
      for (const [at, path] of FREE.entries()) put(data, path, texts[at] ?? 'x');
      for (const { markdown: text, questions } of await fillAll(stringify(data), UNEXPLORED)) {
        expect(questions).toEqual([]);
        const nodes = [...nodesOf(markdown.parse(text))];
        expect(nodes.filter(({ type }) => type === 'html')).toEqual([]);
        for (const table of nodes.filter((node) => node.type === 'table')) {
          const widths = new Set(table.children.map((row) => row.children.length));
          expect(widths.size, text).toBe(1);
        }
        // A row that were cut short would be read as whole; so count its bars as well.
        for (const line of text.split('\n').filter((one) => one.startsWith('|')))
          expect(line.split(/(?<!\\)\|/).length).toBe(barsAbove(text, line));
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

/** Bars of the header of the table that a row stands in. */
function barsAbove(text: string, row: string): number {
  const lines = text.split('\n');
  let at = lines.indexOf(row);
  while (lines[at - 1]?.startsWith('|') === true) at -= 1;
  return (lines[at] ?? '').split(/(?<!\\)\|/).length;
}
