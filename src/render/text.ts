import type { VerdictName } from '../library/criterion.ts';
import type { Evidence, Report, Verdict } from '../review/report.ts';
import type { Paint } from './paint.ts';

const WIDTH = 100;
const SHOWN_QUOTES = 2;

/** The report for a person: each item with its criteria, the quoted lines, and what to write where something lacks. */
export function text(report: Report, paint: Paint): string {
  const { design, score, readiness } = report;
  const title = `${paint.bold(design.name)}  ${readinessWord(readiness, paint)}  score ${paint.bold(String(score))}/100`;
  if (readiness === 'not-assessed')
    return [`${design.name}: not assessed. This does not read like a design.`, ...report.next, ''].join('\n');
  const items = report.items.flatMap(({ item, title: heading, score: own }) => [
    '',
    `${paint.bold(heading)}  ${paint.dim(`${own}/100`)}`,
    ...report.verdicts.filter((verdict) => verdict.item === item).flatMap((verdict) => criterion(verdict, paint)),
  ]);
  return [title, ...items, '', ...nextSteps(report, paint), footer(report, paint), ''].join('\n');
}

function readinessWord(readiness: Report['readiness'], paint: Paint): string {
  if (readiness === 'ready') return paint.green('ready');
  return readiness === 'gaps' ? paint.yellow('gaps') : paint.red('not ready');
}

const SIGN: Readonly<Record<VerdictName, string>> = { met: '+', partial: '~', missing: '-', violated: '!', na: ' ' };

function criterion(verdict: Verdict, paint: Paint): string[] {
  const colour = { met: paint.green, partial: paint.yellow, missing: paint.red, violated: paint.red, na: paint.dim };
  const head = `${SIGN[verdict.verdict]} ${verdict.verdict.padEnd(8)} ${verdict.criterion}`;
  const quotes = verdict.evidence.slice(0, SHOWN_QUOTES).flatMap((evidence) => quote(evidence, paint));
  const open = verdict.verdict !== 'met' && verdict.verdict !== 'na';
  return [
    `  ${colour[verdict.verdict](head)}`,
    ...quotes,
    ...(open ? wrap(verdict.advice, 6).map((line) => paint.cyan(line)) : []),
  ];
}

function quote({ line, quote: words, why }: Evidence, paint: Paint): string[] {
  const place = `${line}:`.padStart(5);
  return [`      ${place} "${oneLine(words)}" ${paint.dim(`(${why})`)}`];
}

function oneLine(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
}

function nextSteps({ next }: Report, paint: Paint): string[] {
  if (next.length === 0) return ['Nothing is open.'];
  const steps = next.flatMap((step, index) => {
    const lines = wrap(step, 5);
    return [`  ${index + 1}. ${(lines[0] ?? '').trim()}`, ...lines.slice(1)];
  });
  return [paint.bold('What to write next'), ...steps];
}

function footer({ verdicts }: Report, paint: Paint): string {
  const count = (name: VerdictName) => verdicts.filter(({ verdict }) => verdict === name).length;
  const sums = (['met', 'partial', 'missing', 'violated', 'na'] as const).map((name) => `${count(name)} ${name}`);
  return `\n${paint.dim(`${sums.join(', ')}. \`faultline guide criteria/ID\` explains a criterion.`)}`;
}

function wrap(sentence: string, indent: number): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${' '.repeat(indent)}${word}`);
  }
  return lines;
}
