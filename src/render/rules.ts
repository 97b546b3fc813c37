import { loadCriteria, type Criterion } from '../library/criteria.ts';
import { pageUri } from '../library/page.ts';
import type { Verdict } from '../review/report.ts';

/** A criterion as a reader of reports sees it. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Verdict['severity'];
  readonly question: string;
  readonly expected: string;
  readonly advice: string;
  /** Where its page is served. */
  readonly uri: string;
  /** The whole page, as Markdown. */
  readonly help: string;
}

/** @returns the criteria of the package, in the order of the report */
export async function loadRules(): Promise<readonly Rule[]> {
  return (await loadCriteria()).map(ruleOf);
}

function ruleOf({ matter, page, body }: Criterion): Rule {
  const { id, title, description, severity, question, expected, advice } = matter;
  return { id, title, description, severity, question, expected, advice, uri: pageAddress(page), help: body.trim() };
}

/** Where a page of the flagship skill is served; `page` as `read_guidance` takes it. */
export function pageAddress(page: string): string {
  return pageUri('distributed-systems-patterns', `references/${page}.md`);
}

/** @returns the rules, and after them one for each criterion that only a verdict names: a team's own, say */
export function withRulesOf(verdicts: readonly Verdict[], rules: readonly Rule[]): Rule[] {
  const all = new Map(rules.map((rule) => [rule.id, rule]));
  for (const verdict of verdicts) if (!all.has(verdict.criterion)) all.set(verdict.criterion, ruleFrom(verdict));
  return [...all.values()];
}

function ruleFrom({ criterion, severity, expected, advice, page }: Verdict): Rule {
  const title = criterion.replaceAll('-', ' ');
  return {
    id: criterion,
    title,
    description: expected,
    severity,
    question: expected,
    expected,
    advice,
    uri: pageAddress(page),
    help: `${expected}\n\n${advice}`,
  };
}
