import { estimateTokens } from '../library/tokens.ts';
import { atMost } from '../review/notices.ts';
import type { Report, Verdict } from '../review/report.ts';

/** A part of a report that fits one answer, and how many parts there are. */
export interface ReportPage {
  readonly report: Report;
  readonly of: number;
}

/**
 * Most tokens of one page as JSON, as {@link estimateTokens} counts them. On designs of 20 KB it counts 5 %
 * too little, on quotes full of punctuation more; the page is to stay under 8,000.
 */
const PAGE_TOKENS = 7_000;

/**
 * Cuts a report into pages. The first has every verdict, the questions, and as many quotes as fit, with at least one each;
 * the others have the verdicts whose further quotes did not fit, whole.
 * @param number from 1
 * @returns nothing where there is no such page
 */
export function pageOf(whole: Report, number: number): ReportPage | undefined {
  const report = withFewNotices(whole);
  const first = { ...report, verdicts: report.verdicts.map(withOneQuote) };
  let room = PAGE_TOKENS - tokens(first);
  const later: Verdict[] = [];
  const verdicts = report.verdicts.map((verdict) => {
    const short = withOneQuote(verdict);
    const more = verdict.evidence.length > short.evidence.length ? tokens(verdict) - tokens(short) : 0;
    if (more <= room) room -= more;
    else later.push(verdict);
    return later.at(-1) === verdict ? short : verdict;
  });
  const others = chunks(later);
  const of = 1 + others.length;
  if (number === 1) return { report: { ...report, verdicts }, of };
  const rest = others[number - 2];
  return rest && { report: further(report, rest), of };
}

/** Most notices of an answer: a caller that has so many mends the first ones and asks again. */
const MOST_NOTICES = 10;

function withFewNotices(report: Report): Report {
  return report.notices === undefined ? report : { ...report, notices: atMost(MOST_NOTICES, report.notices) };
}

/** The report in short: one quote a verdict, the questions by name only. */
export function brief(report: Report): Report {
  const questions = report.questions.map(({ criterion, question }) => ({ criterion, question, candidates: [] }));
  return { ...withFewNotices(report), verdicts: report.verdicts.map(withOneQuote), questions };
}

function withOneQuote(verdict: Verdict): Verdict {
  return { ...verdict, evidence: verdict.evidence.slice(0, 1) };
}

function chunks(verdicts: readonly Verdict[]): Verdict[][] {
  const pages: Verdict[][] = [];
  let room = 0;
  for (const verdict of verdicts) {
    const size = tokens(verdict);
    if (size > room) {
      pages.push([]);
      room = PAGE_TOKENS;
    }
    pages.at(-1)?.push(verdict);
    room -= size;
  }
  return pages;
}

function further(report: Report, verdicts: Verdict[]): Report {
  const { changes: _changes, notices: _notices, ...rest } = report;
  const items = report.items.filter(({ item }) => verdicts.some((verdict) => verdict.item === item));
  return { ...rest, items, verdicts, questions: [], next: [] };
}

function tokens(value: unknown): number {
  return estimateTokens(JSON.stringify(value));
}
