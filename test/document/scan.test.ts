import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/document/scan.ts';

/** Kind, lines (1-based) and heading of each stretch. */
function cuts(text: string): string[] {
  return scan(text).stretches.map((cut) => {
    const lines = `${cut.kind} ${cut.first + 1}-${cut.last + 1}`;
    return cut.kind === 'heading' ? `${lines} ${cut.depth} ${cut.title}` : lines;
  });
}

describe('scan', () => {
  it('cuts at headings and at fences', () => {
    expect(cuts('intro\n\n# A #\ntext\n```sh\n# no heading\n```\n## B\n')).toEqual([
      'markdown 1-2',
      'heading 3-3 1 A',
      'markdown 4-4',
      'code 5-7',
      'heading 8-8 2 B',
    ]);
  });

  it('knows titles that are drawn under', () => {
    expect(cuts('Title\n=====\n\ntext\n\nPart\n----\nmore')).toEqual([
      'heading 1-2 1 Title',
      'markdown 4-5',
      'heading 6-7 2 Part',
      'markdown 8-8',
    ]);
  });

  it('counts the signs of reStructuredText in the order of their first use', () => {
    expect(cuts('2. Title\n########\n\nStatus\n******\n\nok\n\nDetail\n======\n\nLast\n****\n')).toEqual([
      'heading 1-2 1 2. Title',
      'heading 4-5 2 Status',
      'markdown 7-8',
      'heading 9-10 3 Detail',
      'heading 12-13 2 Last',
    ]);
  });

  it('takes no rule, list, quote or table for a title', () => {
    for (const text of [
      '- a\n---\n',
      '> a\n===\n',
      '| a |\n---\n',
      'a\nb\n****\n',
      '***\n---\n',
      'text\n~~~\ncode\n~~~\n',
    ])
      expect(cuts(text).filter((cut) => cut.startsWith('heading'))).toEqual([]);
  });

  it('skips front matter and headings inside comments', () => {
    expect(cuts('---\ntitle: a # b\n---\n# A\n<!--\n# B\n-->\ntext')).toEqual(['heading 4-4 1 A', 'markdown 8-8']);
    expect(cuts('---\n\n# A\n\n---\n')).toEqual(['markdown 1-2', 'heading 3-3 1 A', 'markdown 5-6']);
  });

  it('counts lines as an editor does', () => {
    expect(scan('a\r\nb\rc\n').lines).toHaveLength(4);
    expect(cuts('\uFEFF# A\r\n\r\n# B\r# C')).toEqual(['heading 1-1 1 A', 'heading 3-3 1 B', 'heading 4-4 1 C']);
  });

  it.each([
    ['- '.repeat(60), 'lists nested more than 50 deep'],
    ['> '.repeat(60), 'quotes nested more than 50 deep'],
    ['|a'.repeat(300), 'more than 200 table columns'],
    ['a'.repeat(40_000), 'a line of 40000 characters'],
    [`- a\n${'b\n'.repeat(60)}`, 'lines that continue a list without its indent'],
    ["[a]: b 'c\n".repeat(30), 'link definitions that do not end'],
    [`${'- '.repeat(30)}a\n`.repeat(40), 'too many quotes and lists inside one another'],
    ['<!-- a', 'a comment that is never closed'],
  ])('reads only the block as plain lines: %.20s', (block, reason) => {
    const { stretches, notices } = scan(`before\n\n${block}\n\nafter`);
    expect(stretches.map(({ kind }) => kind)).toEqual(['markdown', 'plain', 'markdown']);
    expect(notices.at(-1)).toMatchObject({ line: 3 });
    expect(notices.at(-1)?.message).toContain(reason);
  });

  it('says that a fence is never closed', () => {
    expect(scan('a\n\n```\nb').notices).toEqual([
      { line: 3, message: 'this code block is never closed; everything after it was read as code' },
    ]);
  });

  it('has a limit on headings, lines and work', () => {
    expect(scan('# a\n'.repeat(6_000)).stretches.filter(({ kind }) => kind === 'heading')).toHaveLength(5_000);
    expect(scan('\n'.repeat(250_000)).notices[0]?.message).toBe('only the first 200000 lines are read');
    expect(scan('- a\n\n'.repeat(50_000)).notices.at(-1)?.message).toContain('too long to be parsed');
  });

  it('gives every line at most once, in order', () => {
    const line = fc.constantFrom(
      '# a',
      'a',
      '',
      '- a',
      '```',
      '~~~',
      '> a',
      '===',
      '****',
      '<!--',
      '-->',
      '| a |',
      '  - a',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 40 }), (lines) => {
        let next = 0;
        for (const { first, last } of scan(lines.join('\n')).stretches) {
          expect(first).toBeGreaterThanOrEqual(next);
          expect(last).toBeGreaterThanOrEqual(first);
          next = last + 1;
        }
      }),
    );
  });
});
