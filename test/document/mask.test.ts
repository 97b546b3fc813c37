import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { loadMarkdown } from '../../src/document/markdown.ts';
import { maskLine } from '../../src/document/mask.ts';

/** Types and places of the blocks of a tree. */
function blocks(node: Nodes): unknown {
  const inner = 'children' in node && node.type !== 'paragraph' && node.type !== 'tableCell' ? node.children : [];
  return [node.type, node.position?.start.offset, node.position?.end.offset, inner.map(blocks)];
}

describe('maskLine', () => {
  it.each([
    ['Some *text* here', '%%%% %%%%%% %%%%'],
    ['- an `item`', '- %% %%%%%%'],
    ['> 1. quoted', '> 1. %%%%%%'],
    ['| a \\| b | c |', '| % \\| % | % |'],
    ['---', '---'],
    ['|:--|', '|:--|'],
    ['```mermaid', '```mermaid'],
    ['<div class="a_b">', '<div class="aab">'],
    ['text -->', '%%%% -->'],
    ['[^1]: a *note*', '[^1]: a anotea'],
    ['- [ ] task', '- [ ] task'],
    ['```not`code', '%%%%%%%%%%%'],
  ])('%s', (line, expected) => {
    expect(maskLine(line)).toBe(expected);
  });

  it('keeps the length of any line', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => maskLine(line).length === line.length));
  });

  it('leaves the blocks of a text as they are', async () => {
    const toTree = await loadMarkdown();
    const words = fc.array(fc.constantFrom('one', '`two`', '*three*', '[four](five)', 'six_'), { minLength: 1 });
    const front = fc.constantFrom('', '- ', '  - ', '> ', '1. ', '    ', '| ', '> - ', '```', '    - ');
    const drawn = fc.constantFrom('', '', '|---|---|', '***', '```', '> ', '-', '===', '| a | b |', '~~~');
    const written = fc.tuple(front, words).map(([start, rest]) => start + rest.join(' '));
    fc.assert(
      fc.property(fc.array(fc.oneof(written, drawn), { maxLength: 20 }), (lines) => {
        const masked = lines.map(maskLine).join('\n');
        expect(blocks(toTree(masked))).toEqual(blocks(toTree(lines.join('\n'))));
      }),
      { numRuns: 300 },
    );
  });
});
