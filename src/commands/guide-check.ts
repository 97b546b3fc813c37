import { realPathOf } from '../files/read.ts';
import { loadCriteria } from '../library/criteria.ts';
import { loadOwnCriteria } from '../library/own-criteria.ts';
import { checkExamples } from '../review/check-examples.ts';
import { EXIT, type Io } from './io.ts';

/**
 * Runs the examples of criterion pages: each must get the verdict that it names.
 * @param dir a team's folder; left out, our own pages
 * @returns 1 where a page cannot be read, holds no example, or an example gets another verdict; a line for each
 * @throws FileProblem where there is no such folder
 */
export async function checkCommand(dir: string | undefined, io: Io): Promise<number> {
  const ours = await loadCriteria();
  const { criteria, problems } = dir === undefined ? { criteria: [], problems: [] } : await ownPages(dir, io.cwd);
  const result = await checkExamples(ours, dir === undefined ? undefined : criteria);
  const wrong = [...problems, ...result.wrong];
  const pages = dir === undefined ? ours.length : criteria.length + problems.length;
  const outcome = wrong.length === 0 ? 'all as they say' : `${wrong.length} wrong`;
  await io.out([...wrong, `${result.examples} examples on ${pages} pages: ${outcome}`, ''].join('\n'));
  return wrong.length === 0 ? EXIT.done : EXIT.gate;
}

async function ownPages(dir: string, cwd: string) {
  return loadOwnCriteria(await realPathOf(dir, cwd), dir);
}
