import { counted } from '../../check/counted.ts';
import type { Context } from '../format.ts';
import { locate, placeText } from '../locate.ts';
import { standing } from '../tally.ts';
import type { CheckReport } from './formats.ts';
import { problemsOf } from './problems.ts';
import { HEADER, rowOf } from './rows.ts';

/** A table of the designs, what is wrong with its place, and whether that fails the check. */
export function checkText({ outcome, reasons }: CheckReport, { paint }: Context): string {
  const rows = outcome.designs.map(rowOf);
  const widths = HEADER.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const problems = [
    ...violated(outcome.designs).map((one) => `  ${one}`),
    ...problemsOf(outcome).map(({ rule, message, ...at }) => `  ${placeText(at)}  ${paint.red(rule)}  ${message}`),
    ...outcome.waivers.map((one) => `  ${one}`),
  ];
  const verdict =
    reasons.length === 0
      ? paint.green('Nothing fails the check.')
      : paint.red(`The check fails: ${counted(reasons.length, 'reason')}.`);
  return [
    paint.bold(line(HEADER)),
    ...rows.map(line),
    ...(problems.length === 0 ? [] : ['', ...problems]),
    '',
    verdict,
    '',
  ].join('\n');
}

function violated(designs: CheckReport['outcome']['designs']): string[] {
  return designs.flatMap(({ report: { design, verdicts } }) =>
    standing(verdicts, 'violated').map(
      ({ criterion, evidence, advice }) =>
        `${placeText(locate(design, evidence[0]?.line ?? 1))}  ${criterion}  ${advice}`,
    ),
  );
}
