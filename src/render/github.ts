import type { Report, Verdict } from '../review/report.ts';
import type { Reviewed } from './format.ts';
import { LEVELS, levelOf, messageOf, type Level } from './level.ts';
import { locate } from './locate.ts';

const COMMAND: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Workflow commands, one a line, which GitHub shows beside the lines of a pull request: the loudest first, since it shows
 * only the first ten of a kind. Waived verdicts are left out. Last comes one notice a design with its outcome.
 * Every line is a command, so that nothing in a design or a file's name can be read as another one.
 */
export function github(reviews: readonly Reviewed[]): string {
  const open = reviews.flatMap(({ report }) => annotations(report));
  const sorted = LEVELS.flatMap((level) => open.filter((one) => one.level === level));
  const outcomes = reviews.map(({ report }) => outcome(report));
  return `${[...sorted.map(({ text }) => text), ...reviews.flatMap(({ report }) => notices(report)), ...outcomes].join('\n')}\n`;
}

function annotations({ design, verdicts }: Report): { level: Level; text: string }[] {
  return verdicts.flatMap((verdict) => {
    const level = levelOf(verdict);
    if (level === undefined || verdict.waiver !== undefined) return [];
    return [{ level, text: annotation(level, propertiesOf(design, verdict), messageOf(verdict)) }];
  });
}

function propertiesOf(
  design: Report['design'],
  { criterion, verdict, evidence }: Verdict,
): Record<string, string | number> {
  const [first] = evidence;
  const { file, line } = locate(design, first?.line ?? 1);
  const place = first === undefined ? { line } : { line, endLine: line + first.endLine - first.line };
  return { file, ...place, title: `${criterion} (${verdict})` };
}

function notices({ design, notices: own = [] }: Report): string[] {
  return own.map(({ line = 1, message }) =>
    command('warning', { ...locate(design, line), title: 'faultline' }, message),
  );
}

function outcome({ design, readiness, score }: Report): string {
  const figures =
    readiness === 'not-assessed' ? 'not assessed, it does not read like a design' : `${readiness}, score ${score}/100`;
  return command('notice', { file: design.name, title: 'faultline' }, `${design.name}: ${figures}`);
}

/** What is shown beside a line of a pull request. */
export function annotation(
  level: Level,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  return command(COMMAND[level], properties, message);
}

/** One line, in which nothing of the texts can be read as another command. */
function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

/** As the runner reads it back: the percent sign first, then what would end the line. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** In a property a colon and a comma end it as well. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
