import { splitLines } from '../../document/lines.ts';
import type { VerdictName } from '../../library/criterion.ts';
import type { Evidence, Verdict } from '../../review/report.ts';

/** A line of the design; `start` and `end` of a range are offsets in `text`. */
export interface MarkedLine {
  readonly number: number;
  readonly text: string;
  /** What is quoted of it, in order and without overlap. */
  readonly ranges: readonly Range[];
  /** Who quotes it, each criterion once, in the order of the report. */
  readonly by: readonly Verdict[];
  /** The gravest verdict that quotes it. */
  readonly tone: VerdictName | undefined;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

const GRAVITY: readonly VerdictName[] = ['violated', 'missing', 'partial', 'met', 'na'];

/** @returns every line of the text, with what the verdicts quote of it */
export function markLines(text: string, verdicts: readonly Verdict[]): MarkedLine[] {
  const quoting = quotedLines(verdicts);
  return splitLines(text).map(({ start, end }, index) => {
    const line = text.slice(start, end);
    const quotes = quoting.get(index + 1) ?? [];
    const by = [...new Set(quotes.map(({ verdict }) => verdict))];
    const ranges = merged(quotes.map(({ evidence }) => rangeIn(line, evidence)));
    return {
      number: index + 1,
      text: line,
      ranges,
      by,
      tone: GRAVITY.find((name) => by.some(({ verdict }) => verdict === name)),
    };
  });
}

interface Quoting {
  readonly verdict: Verdict;
  readonly evidence: Evidence;
}

function quotedLines(verdicts: readonly Verdict[]): Map<number, Quoting[]> {
  const lines = new Map<number, Quoting[]>();
  for (const verdict of verdicts)
    for (const evidence of verdict.evidence)
      for (let line = evidence.line; line <= evidence.endLine; line += 1)
        lines.set(line, [...(lines.get(line) ?? []), { verdict, evidence }]);
  return lines;
}

/** The quote where the line holds it; else the line, since a quote over several lines was put together from them. */
function rangeIn(line: string, { quote, line: first, endLine }: Evidence): Range {
  const at = first === endLine ? line.indexOf(quote.trim()) : -1;
  if (at >= 0) return { start: at, end: at + quote.trim().length };
  return { start: line.length - line.trimStart().length, end: line.trimEnd().length };
}

function merged(ranges: readonly Range[]): Range[] {
  const apart: Range[] = [];
  for (const range of ranges.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last === undefined || range.start > last.end) apart.push(range);
    else apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return apart;
}
