import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/review/report.ts';
import { pageOf } from '../../src/tools/pages.ts';
import { report, verdict } from '../review/reports.ts';

const quote = (line: number) => ({ line, endLine: line, quote: `${line} ${'quoted '.repeat(40)}`, why: 'says so' });

/** A report of this many verdicts, each with five long quotes. */
function large(verdicts: number): Report {
  return report({
    notices: [{ message: 'told once' }],
    next: ['Do it.'],
    verdicts: Array.from({ length: verdicts }, (_, at) =>
      verdict({ criterion: `c-${at}`, evidence: [1, 2, 3, 4, 5].map((line) => quote(at * 10 + line)) }),
    ),
  });
}

describe('pageOf', () => {
  it('leaves a small report whole', () => {
    const small = large(3);
    expect(pageOf(small, 1)).toEqual({ report: small, of: 1 });
    expect(pageOf(small, 2)).toBeUndefined();
  });

  it('has every verdict on the first page, with at least one quote, and every quote on some page', () => {
    const all = large(25);
    const first = pageOf(all, 1);
    const of = first?.of ?? 0;
    expect(of).toBeGreaterThan(1);
    expect(first?.report.verdicts.map(({ criterion }) => criterion)).toEqual(all.verdicts.map((one) => one.criterion));
    expect(first?.report.verdicts.every(({ evidence }) => evidence.length > 0)).toBe(true);
    const pages = Array.from({ length: of }, (_, at) => pageOf(all, at + 1));
    const lines = new Set(
      pages.flatMap((page) => page?.report.verdicts.flatMap((one) => one.evidence.map((e) => e.line))),
    );
    expect(lines.size).toBe(125);
    for (const page of pages) expect(JSON.stringify(page?.report).length).toBeLessThan(33_000);
    expect(pages.slice(1).every((page) => page?.report.notices === undefined && page?.report.next.length === 0)).toBe(
      true,
    );
    expect(pageOf(all, of + 1)).toBeUndefined();
  });
});
