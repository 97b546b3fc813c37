import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline, read, show } from './read.ts';

const DESIGN = `---
title: not read
---
# Orders

The shop **publishes** \`order.placed\`.
It is retried. Who reads it?

1. Save the order. Then:
   - publish the event
   - answer

| Service | Owns |
| ------- | ---- |
| shop | orders \\| carts |

> Billing owns
> the invoices.

The payload is:

\`\`\`json
{ "id": 1 }

\`\`\`

<!-- hidden -->
<p>Shown text</p>

- [x] done
`;

describe('parseDocument', () => {
  it('cuts a design into quotable statements with their lines', async () => {
    expect(outline(await read(DESIGN))).toEqual([
      '4 heading: # Orders',
      '6 sentence: The shop **publishes** `order.placed`.',
      '7 sentence: It is retried.',
      '7 sentence: Who reads it?',
      '9 item: Save the order.',
      '9 item: Then:',
      '10 item: publish the event',
      '11 item: answer',
      '15 row: | shop | orders \\| carts |',
      '17-18 sentence: Billing owns\n> the invoices.',
      '20 sentence: The payload is:',
      '23 code: { "id": 1 }',
      '28 sentence: Shown text</p>',
      '30 item: done',
    ]);
  });

  it('has the same statements with every kind of line end, and a byte order mark', async () => {
    const plain = await read(DESIGN);
    for (const end of ['\r\n', '\r']) {
      const other = await read(`\uFEFF${DESIGN.replaceAll('\n', end)}`);
      expect(outline(other).map((line) => line.replaceAll(end, '\n'))).toEqual(outline(plain));
      expect(other.statements.map(({ words }) => words)).toEqual(plain.statements.map(({ words }) => words));
    }
  });

  it('names the source by its hash and its lines', async () => {
    expect(await read('a\nb')).toMatchObject({
      name: 'design.md',
      lines: 2,
      sha256: '7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78',
    });
  });

  it('an empty text has one section and nothing else', async () => {
    expect(await read('')).toMatchObject({
      sections: [{ title: '', depth: 0, line: 1, role: 'body', parent: -1 }],
      statements: [],
      tables: [],
      edges: [],
      notices: [],
    });
  });
});

describe('context', () => {
  const contextOf = async (text: string, quote: string) =>
    (await read(text)).statements.find((one) => one.quote === quote)?.context.map(show);

  it('is the headings above, outermost first, and the sentence before', async () => {
    expect(await contextOf('# A\n## B\n### C\n## D\nOne. Two.', 'Two.')).toEqual(['a', 'd', 'one']);
  });

  it('is the paragraph that leads into a list, and the parent item', async () => {
    expect(await contextOf('We store:\n\n- carts\n  - lines', 'lines')).toEqual(['we store', 'carts']);
    expect(await contextOf('We store:\n\nOther.\n\n- carts', 'carts')).toEqual(['other']);
  });

  it('is the header of a table and the paragraph before code', async () => {
    expect(await contextOf('Owners:\n\n|Service|Owns|\n|-|-|\n|a|b|', '|a|b|')).toEqual(['owners', 'service owns']);
    expect(await contextOf('Payload:\n\n```\nid\n```\n\n```\nother\n```', 'id')).toEqual(['payload']);
    expect(await contextOf('Payload:\n\n```\nid\n```\n\n```\nother\n```', 'other')).toEqual([]);
  });

  it('is a bold line that stands as a heading, up to the next one or the next heading', async () => {
    const text = '**Retries**\n\nFirst.\n\n- two\n\n**Order**\n\nThird.\n\n# End\n\nFourth.';
    expect(await contextOf(text, 'First.')).toEqual(['retries']);
    expect(await contextOf(text, 'two')).toEqual(['retries', 'first']);
    expect(await contextOf(text, 'Third.')).toEqual(['order']);
    expect(await contextOf(text, 'Fourth.')).toEqual(['end']);
  });

  it('is shared, so that it is matched once', async () => {
    const { statements } = await read('# A\n\nLead:\n\n- one\n- two\n');
    const [first, second] = statements.slice(-2);
    expect(first?.context[1]).toBe(second?.context[1]);
  });
});

describe('sections', () => {
  it('are nested, have roles from their headings, and inherit them', async () => {
    const { sections } = await read(
      '# Future Work\n## Alternatives\n### Kafka\n## Design\n### Problem\n# Open Questions',
    );
    expect(sections.map(({ title, role, parent }) => [title, role, parent])).toEqual([
      ['', 'body', -1],
      ['Future Work', 'body', 0],
      ['Alternatives', 'alternatives', 1],
      ['Kafka', 'alternatives', 2],
      ['Design', 'body', 1],
      ['Problem', 'problem', 4],
      ['Open Questions', 'open-questions', 0],
    ]);
  });
});

describe('any text', () => {
  const line = fc.constantFrom(
    '# A b',
    'Some text. More of it?',
    '',
    '- item',
    '  - inner *item*',
    '> quote',
    '| a | b |',
    '|---|---|',
    '```mermaid',
    'graph TD',
    'A -->|x| B[(Store)]',
    'sequenceDiagram',
    'A->>B: call',
    '```',
    '    code',
    '<div>',
    '<!-- c -->',
    '[a]: b "c"',
    '[^1]: note',
    '***',
    '====',
    '1. one',
  );
  const text = fc
    .array(fc.oneof({ weight: 4, arbitrary: line }, fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 30 })
    .map((lines) => lines.join('\n'));

  it('is read; every quote is in the source at its lines', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const { statements, sections, lines } = await read(source);
        const all = source.split(/\r\n|\r|\n/);
        expect(lines).toBe(all.length);
        for (const { quote, line: from, endLine, section, words } of statements) {
          expect(squeeze(all.slice(from - 1, endLine).join('\n'))).toContain(squeeze(quote));
          expect(source).toContain(quote);
          expect(words.length).toBeGreaterThan(0);
          expect(sections[section]).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is read the same with other line ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        const [plain, other] = await Promise.all([read(lines.join('\n')), read(lines.join('\r\n'))]);
        const facts = ({ statements }: typeof plain) =>
          statements.map(({ kind, line: from, endLine, words, stance, section }) => [
            kind,
            [from, endLine, section],
            words,
            stance,
          ]);
        expect(facts(other)).toEqual(facts(plain));
      }),
    );
  });
});

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
