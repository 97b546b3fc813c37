import { command, github } from '../github.ts';
import type { Level } from '../level.ts';
import type { CheckReport } from './formats.ts';
import { problemsOf } from './problems.ts';

const COMMAND: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** Workflow commands: the review's, and one for each further problem. */
export function checkGithub({ outcome, reviews }: CheckReport): string {
  const more = problemsOf(outcome).map(({ file, line = 1, rule, level, message }) =>
    command(COMMAND[level], { file, line, title: rule }, message),
  );
  const text = reviews.length === 0 ? '' : github(reviews);
  return more.length === 0 ? text : `${more.join('\n')}\n${text}`;
}
