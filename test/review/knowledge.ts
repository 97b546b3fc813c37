import { parseDocument } from '../../src/document/index.ts';
import { loadCriteria } from '../../src/library/criteria.ts';
import { loadVocabulary } from '../../src/library/load-vocabulary.ts';
import type { Report } from '../../src/review/report.ts';
import { judge, review } from '../../src/review/review.ts';
import { compileRulebook } from '../../src/review/rulebook.ts';

/** The pages of the package, compiled once for a test file. */
export const criteria = await loadCriteria();
export const vocabulary = await loadVocabulary();
export const rulebook = compileRulebook(criteria, vocabulary);

/** Reviews a text with the package's own pages; the version in the report is fixed, so that reports compare. */
export async function reviewText(text: string, name = 'design.md'): Promise<Report> {
  return review(await parseDocument({ name, text }, vocabulary), rulebook, '0.0.0');
}

/** The verdict of one criterion on a text, which may be a fragment. */
export async function verdictOn(criterion: string, text: string): Promise<string | undefined> {
  const { verdicts } = judge(await parseDocument({ name: 'fragment.md', text }, vocabulary), rulebook);
  return verdicts.find((verdict) => verdict.criterion === criterion)?.verdict;
}
