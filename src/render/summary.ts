import type { Report, Verdict } from '../review/report.ts';
import type { Context, Reviewed } from './format.ts';
import { locate, placeText } from './locate.ts';
import type { Paint } from './paint.ts';
import { text } from './text.ts';
import { standing, tally } from './tally.ts';

const QUOTE = 90;

/** One design whole; of several a table, and under it what is violated, each with its file and line. */
export function summary(reviews: readonly Reviewed[], { paint, several }: Context): string {
  const reports = reviews.map(({ report }) => report);
  const [only] = reports;
  if (only !== undefined && !several) return text(only, paint);
  return [...table(reports, paint), ...accusations(reports, paint), ...notices(reports), '', paint.dim(HINT), ''].join(
    '\n',
  );
}

const HINT = '`faultline review FILE` prints the whole report of one design.';
const HEADER = ['design', 'readiness', 'score', 'violated', 'missing', 'partial', 'met', 'waived'];

function table(reports: readonly Report[], paint: Paint): string[] {
  const rows = reports.map((report) => [report.design.name, ...tally(report)]);
  const widths = HEADER.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)));
  const body = reports.map((report, index) => {
    const [name = '', readiness = '', ...figures] = line(rows[index] ?? []);
    return [name, colourOf(report, paint)(readiness), ...figures].join('  ').trimEnd();
  });
  return [paint.bold(line(HEADER).join('  ').trimEnd()), ...body];
}

function colourOf({ readiness }: Report, paint: Paint): (text: string) => string {
  return { ready: paint.green, gaps: paint.yellow, 'not-ready': paint.red, 'not-assessed': paint.dim }[readiness];
}

function accusations(reports: readonly Report[], paint: Paint): string[] {
  const found = reports.flatMap(({ design, verdicts }) =>
    standing(verdicts, 'violated').map((verdict) => accusation(design, verdict, paint)),
  );
  return found.length > 0 ? ['', paint.bold('Violated'), ...found] : [];
}

function accusation(design: Report['design'], { criterion, evidence }: Verdict, paint: Paint): string {
  const [first] = evidence;
  if (first === undefined) return `  ${design.name}  ${paint.red(criterion)}`;
  const quote = first.quote.replace(/\s+/g, ' ').trim();
  const cut = quote.length > QUOTE ? `${quote.slice(0, QUOTE - 1)}…` : quote;
  return `  ${placeText(locate(design, first.line))}  ${paint.red(criterion)}  "${cut}"`;
}

function notices(reports: readonly Report[]): string[] {
  const lines = reports.flatMap(({ design, notices: own = [] }) =>
    own.map(
      ({ line, message }) => `  ${line === undefined ? design.name : placeText(locate(design, line))}  ${message}`,
    ),
  );
  return lines.length > 0 ? ['', 'Notices', ...lines] : [];
}
