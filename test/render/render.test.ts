import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES, render } from '../../src/render/index.ts';
import { markdown } from '../../src/render/markdown.ts';
import { plain, type Paint } from '../../src/render/paint.ts';
import { loadRules } from '../../src/render/rules.ts';
import { text } from '../../src/render/text.ts';
import { Report } from '../../src/review/report.ts';
import { report, verdict } from '../review/reports.ts';

const shared = verdict({
  criterion: 'private-store',
  item: 'ownership',
  verdict: 'violated',
  severity: 'blocker',
  evidence: [{ line: 7, endLine: 8, quote: 'Both services write\nthe `orders` table.', why: 'says who writes it' }],
  advice: 'Give the table one owner.',
});
const sample = report({
  score: 40,
  readiness: 'not-ready',
  items: [{ item: 'ownership', title: 'Owners', score: 40 }],
  verdicts: [shared, verdict({ item: 'ownership', criterion: 'owner', verdict: 'na' })],
  next: ['Give the table one owner.'],
});

const marked: Paint = {
  bold: (words) => `<b>${words}</b>`,
  dim: (words) => words,
  red: (words) => `<r>${words}</r>`,
  yellow: (words) => words,
  green: (words) => words,
  cyan: (words) => words,
};

describe('text', () => {
  it('leads with the outcome', () => {
    expect(text(sample, plain).split('\n')[0]).toBe('design.md  not-ready  score 40/100');
  });

  it('shows the line, the quote on one line, why it counts, and what to write', () => {
    expect(text(sample, plain)).toContain(
      [
        '  ! violated private-store',
        '      7: "Both services write the `orders` table." (says who writes it)',
        '      Give the table one owner.',
      ].join('\n'),
    );
  });

  it('colours only with the paint it is given', () => {
    expect(text(sample, marked)).toContain('<r>! violated private-store</r>');
    expect(text(sample, plain)).not.toContain('<');
  });

  it('says when nothing is open and when nothing was assessed', () => {
    expect(text(report(), plain)).toContain('Nothing is open.');
    expect(text(report({ readiness: 'not-assessed', next: ['Submit a design.'] }), plain)).toBe(
      'design.md: not assessed. This does not read like a design.\nSubmit a design.\n',
    );
  });
});

describe('markdown', () => {
  const cells = (source: string) => {
    const table = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(source)
      .children.find((node) => node.type === 'table');
    return table?.type === 'table' ? table.children.map((row) => row.children.length) : [];
  };

  it('keeps its tables whole whatever a quote holds', () => {
    const nasty = verdict({
      item: 'ownership',
      evidence: [{ line: 1, endLine: 1, quote: '| a `b` ``c`` \\| <script>|\n| - |', why: 'a | b' }],
    });
    expect(cells(markdown({ ...sample, verdicts: [shared, nasty] }))).toEqual([3, 3, 3]);
  });

  it('renders no HTML of the design', () => {
    const named = markdown({ ...sample, design: { ...sample.design, name: '<img src=x>.md' } });
    expect(named).not.toMatch(/(?<!\\)<img/);
  });
});

describe('render', () => {
  const reviews = [{ report: sample, text: 'A design.\n' }];
  const context = { paint: plain, several: false, rules: loadRules };

  it.each(FORMAT_NAMES)('%s ends in one new line', async (format) => {
    expect(await render(reviews, format, context)).toMatch(/[^\n]\n$/);
  });

  it('json is the report', async () => {
    expect(Report.parse(JSON.parse(await render(reviews, 'json', context)))).toEqual(sample);
  });
});
