import { parseDocument } from '../../src/document/index.ts';
import { loadCriteria } from '../../src/library/criteria.ts';
import { loadVocabulary } from '../../src/library/load-vocabulary.ts';
import type { Report, Verdict } from '../../src/review/report.ts';
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

/** What the text engine finds of every criterion on a text, whether or not it is a whole design. */
export async function judgedOn(text: string): Promise<readonly Verdict[]> {
  return judge(await parseDocument({ name: 'design.md', text }, vocabulary), rulebook).verdicts;
}

/** The verdict of one criterion on a text, which may be a fragment. */
export async function verdictOn(id: string, text: string): Promise<string | undefined> {
  return (await judgedOn(text)).find(({ criterion }) => criterion === id)?.verdict;
}

/** The verdict of every criterion on a text. */
export async function verdictsOn(text: string): Promise<Record<string, string>> {
  return Object.fromEntries((await judgedOn(text)).map(({ criterion, verdict }) => [criterion, verdict]));
}
