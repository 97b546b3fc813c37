import { annotation, github } from '../github.ts';
import type { CheckReport } from './formats.ts';
import { problemsOf } from './problems.ts';

/** Workflow commands: the review's, and one for each further problem. */
export function checkGithub({ outcome, reviews }: CheckReport): string {
  const more = problemsOf(outcome).map(({ file, line = 1, rule, level, message }) =>
    annotation(level, { file, line, title: rule }, message),
  );
  const text = reviews.length === 0 ? '' : github(reviews);
  return more.length === 0 ? text : `${more.join('\n')}\n${text}`;
}
