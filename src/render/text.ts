import type { VerdictName } from '../library/criterion.ts';
import type { Evidence, Report, Verdict } from '../review/report.ts';
import { INDENT, WIDTH, wrap } from './lines.ts';
import { lineName } from './locate.ts';
import type { Paint } from './paint.ts';
import { changeLines, sourceMark, noticeLines, scoreChange, waivedLines } from './text-changes.ts';

/** The report for a person: each item with what is wrong in it, the quoted line, and what to write next. */
export function text(report: Report, paint: Paint): string {
  const { design, score, readiness, items, verdicts } = report;
  if (readiness === 'not-assessed')
    return [`${design.name}: not assessed. This does not read like a design.`, ...report.next, ''].join('\n');
  const outcome = { ready: paint.green, gaps: paint.yellow, 'not-ready': paint.red }[readiness](readiness);
  const blocks = items.flatMap(({ item, title, score: own }) => [
    '',
    `${paint.bold(title)}  ${paint.dim(`${own}/100`)}`,
    ...itemLines(
      verdicts.filter((verdict) => verdict.item === item),
      design,
      paint,
    ),
  ]);
  return [
    `${paint.bold(design.name)}  ${outcome}  score ${paint.bold(`${score}/100`)}${scoreChange(report)}`,
    ...blocks,
    ...changeLines(report, paint),
    ...nextSteps(report, paint),
    ...noticeLines(report, paint),
    ...footer(report, paint),
    '',
  ].join('\n');
}

/** What is violated or partial is shown with its line; what is missing, met or does not apply is named; then what is waived. */
function itemLines(verdicts: readonly Verdict[], design: Report['design'], paint: Paint): string[] {
  const having = (name: VerdictName) =>
    verdicts.filter(({ verdict, waiver }) => verdict === name && waiver === undefined);
  return [
    ...having('violated').flatMap((verdict) => [
      ...shown(verdict, `  ${paint.red(`! violated ${nameOf(verdict)}`)}`, design, paint),
      ...wrap(verdict.advice).map(paint.cyan),
    ]),
    ...having('partial').flatMap((verdict) =>
      shown(verdict, `  ${paint.yellow(`~ partial  ${nameOf(verdict)}`)}`, design, paint),
    ),
    ...named(having('missing'), paint.red('- missing '), nameOf),
    ...named(having('met'), paint.green('+ met     '), (verdict) => withLines(verdict, design)),
    ...named(having('na'), paint.dim('  na      '), nameOf),
    ...waivedLines(verdicts, paint),
  ];
}

function shown({ evidence }: Verdict, head: string, design: Report['design'], paint: Paint): string[] {
  const [first] = evidence;
  return first ? [head, quoteLine(first, design, paint)] : [head];
}

function quoteLine({ line, quote, why }: Evidence, design: Report['design'], paint: Paint): string {
  return `${INDENT}${lineName(design, line)}: "${oneLine(quote)}" ${paint.dim(`(${why})`)}`;
}

function oneLine(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  return line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
}

function named(verdicts: readonly Verdict[], head: string, name: (verdict: Verdict) => string): string[] {
  return verdicts.length > 0 ? [`  ${head} ${verdicts.map(name).join(', ')}`] : [];
}

function nameOf(verdict: Verdict): string {
  return `${verdict.criterion}${sourceMark(verdict)}`;
}

function withLines(verdict: Verdict, design: Report['design']): string {
  const { evidence } = verdict;
  return `${nameOf(verdict)} (${[...new Set(evidence.map(({ line }) => lineName(design, line)))].join(' ')})`;
}

function nextSteps({ next }: Report, paint: Paint): string[] {
  if (next.length === 0) return ['', 'Nothing is open.'];
  const steps = next.flatMap((step, index) => {
    const [first = '', ...rest] = wrap(step);
    return [`  ${`${index + 1}.`.padEnd(4)}${first.trim()}`, ...rest];
  });
  return ['', paint.bold('What to write next'), ...steps];
}

function footer({ verdicts }: Report, paint: Paint): string[] {
  const count = (name: VerdictName) => verdicts.filter(({ verdict }) => verdict === name).length;
  const sums = (['met', 'partial', 'missing', 'violated', 'na'] as const).map((name) => `${count(name)} ${name}`);
  const waived = verdicts.filter(({ waiver }) => waiver !== undefined).length;
  if (waived > 0) sums.push(`${waived} of them waived`);
  return ['', paint.dim(`${sums.join(', ')}. \`faultline guide criteria/NAME\` explains a criterion.`)];
}
