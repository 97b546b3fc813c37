import { loadPropertyPage } from '../../library/property.ts';
import { loadRulePage, type RuleSeverity } from '../../library/rule.ts';
import type { Context } from '../format.ts';
import { pageAddress, type Rule } from '../rules.ts';
import { sarif } from '../sarif.ts';
import type { CheckReport } from './formats.ts';
import { problemsOf } from './problems.ts';

/** One log of all that was found, the rules behind it with their pages. */
export async function checkSarif({ outcome, reviews }: CheckReport, context: Context): Promise<string> {
  const results = problemsOf(outcome);
  const ids = [...new Set(results.map(({ rule }) => rule))];
  return sarif(reviews, context, { rules: await Promise.all(ids.map(ruleOf)), results });
}

const SEVERITY: Readonly<Record<RuleSeverity, Rule['severity']>> = {
  critical: 'blocker',
  high: 'major',
  medium: 'minor',
  low: 'minor',
};

async function ruleOf(id: string): Promise<Rule> {
  if (id === STALE.id) return STALE;
  const property = /^failure\.(.+)$/.exec(id)?.[1];
  if (property !== undefined) {
    const { title, description } = await loadPropertyPage(property);
    const advice = 'Play it through with `faultline explore`.';
    return ruleFrom(id, `properties/${property}`, { title, description, severity: 'blocker', advice });
  }
  const { title, description, severity, repair } = (await loadRulePage(id)).matter;
  return ruleFrom(id, `rules/${id}`, { title, description, severity: SEVERITY[severity], advice: repair });
}

type Known = Pick<Rule, 'title' | 'description' | 'severity' | 'advice'>;

function ruleFrom(id: string, page: string, known: Known): Rule {
  const { title, description, advice } = known;
  const help = `${description}\n\n${advice}`;
  return { id, ...known, question: title, expected: description, uri: pageAddress(page), help };
}

const STALE = ruleFrom('deliverable.stale', 'open-questions', {
  title: 'A deliverable is out of date',
  description: 'What it was filled from has changed, or it was changed by hand.',
  severity: 'major',
  advice: 'Fill it again with `faultline fill`; what is to stay goes between <!-- keep --> comments.',
});
