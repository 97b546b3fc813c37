import { expect, test } from 'vitest';
import type { Report, Verdict } from '../../src/review/report.ts';
import { conciseText } from '../../src/tools/review-text.ts';

const verdict = (criterion: string, name: Verdict['verdict'], quote?: string): Verdict => ({
  criterion,
  item: 'ordering',
  verdict: name,
  severity: 'major',
  source: 'text',
  confidence: 1,
  evidence: quote === undefined ? [] : [{ line: 3, endLine: 3, quote, why: 'says so' }],
  expected: 'It is so.',
  advice: 'Make it so.',
  page: `criteria/${criterion}`,
});

const report = (verdicts: Verdict[]): Report => ({
  faultline: '1',
  design: { name: 'a`b.md', sha256: '0', lines: 9 },
  skill: 's',
  score: 40,
  readiness: 'not-ready',
  items: [{ item: 'ordering', title: 'T', score: 40 }],
  verdicts,
  questions: [],
  next: ['Write the key.'],
});

test('what is not met comes worst first, each with its line', () => {
  const text = conciseText(
    report([
      verdict('a', 'met'),
      verdict('b', 'missing'),
      verdict('c', 'violated', 'both at once'),
      verdict('d', 'na'),
    ]),
  );
  expect(text.indexOf('violated **c**')).toBeLessThan(text.indexOf('missing **b**'));
  expect(text).toContain('Line 3: `both at once` Make it so.');
  expect(text).toContain('met: a. na: d.');
  expect(text).toContain('1. Write the key.');
});

test('a quote cannot leave its code span', () => {
  for (const quote of ['a ` b', '``` ', '`', 'x\n\n# Heading\n', 'y'.repeat(500)]) {
    const lines = conciseText(report([verdict('c', 'violated', quote)])).split('\n');
    const line = lines.find((one) => one.includes('**c**')) ?? '';
    const [, fence = '', inside = ''] = /Line 3: (`+)(.*?)(?<!`)\1(?!`) Make/.exec(line) ?? [];
    expect(fence).not.toBe('');
    expect([...inside.matchAll(/`+/g)].every(([run]) => run.length < fence.length)).toBe(true);
    expect(inside.length).toBeLessThan(150);
  }
});
