import { loadRulePage, RULE_SEVERITIES, type RuleMatter, type RuleSeverity } from '../library/rule.ts';
import type { Answer } from './answer.ts';
import { Design } from './design.ts';
import type { Path } from './path.ts';
import { RULES } from './catalogue.ts';
import type { Rule } from './rule.ts';
import type { Model } from './schema/index.ts';

/** What one rule says of one place. */
export interface Outcome {
  readonly rule: string;
  readonly at: string;
  readonly answer: Answer;
  readonly say: () => string;
}

/** Holds every rule against every place of a model it speaks of. */
export function outcomesOf(design: Design, rules: readonly Rule[] = RULES): Outcome[] {
  return rules.flatMap(({ id, cases }) =>
    [...cases(design)].map(({ at, fault, say }) => ({ rule: id, at, answer: fault, say })),
  );
}

/** A fault that the model's stated facts show. */
export interface Finding {
  readonly rule: string;
  readonly alias: string;
  readonly severity: RuleSeverity;
  readonly title: string;
  /** Path of the part that is at fault. */
  readonly at: string;
  /** What goes wrong, in the design's own names. */
  readonly message: string;
  /** The arithmetic behind it. */
  readonly sums: readonly string[];
  /** Paths of the stated facts it rests on. */
  readonly rests: readonly string[];
  readonly repair: string;
  readonly criterion: string;
  /** Name of the rule's page. */
  readonly page: string;
}

/** A fact that is unstated, and how many rules could answer if it were not. */
export interface Question {
  readonly path: string;
  /** What may stand there. */
  readonly expected: string;
  /** The rules that wait for it. */
  readonly rules: readonly string[];
}

export interface Checked {
  /** Worst first, then in the order of the catalogue. */
  readonly findings: readonly Finding[];
  /** Most rules first. */
  readonly questions: readonly Question[];
  readonly satisfied: number;
  /** Places at which a rule cannot tell. */
  readonly unknown: number;
}

/** Checks a model by every rule. The same model gives the same value. */
export async function checkModel(model: Model): Promise<Checked> {
  const outcomes = outcomesOf(new Design(model));
  const violated = outcomes.filter(({ answer }) => answer.holds === true);
  const pages = new Map<string, RuleMatter>();
  for (const { rule } of violated) if (!pages.has(rule)) pages.set(rule, (await loadRulePage(rule)).matter);
  const findings = violated.flatMap((outcome) => findingOf(outcome, pages.get(outcome.rule)));
  const rank = ({ severity }: Finding) => RULE_SEVERITIES.indexOf(severity);
  return {
    findings: findings.toSorted((a, b) => rank(a) - rank(b)),
    questions: await questionsOf(outcomes, model),
    satisfied: outcomes.filter(({ answer }) => answer.holds === false).length,
    unknown: outcomes.filter(({ answer }) => answer.holds === undefined).length,
  };
}

function findingOf({ rule, at, answer, say }: Outcome, matter: RuleMatter | undefined): Finding[] {
  if (matter === undefined) return [];
  const { alias, severity, title, repair, criterion } = matter;
  const { sums, rests } = answer;
  return [{ rule, alias, severity, title, at, message: say(), sums, rests, repair, criterion, page: `rules/${rule}` }];
}

async function questionsOf(outcomes: readonly Outcome[], model: Model): Promise<Question[]> {
  const waiting = new Map<string, Set<string>>();
  for (const { rule, answer } of outcomes) {
    if (answer.holds !== undefined) continue;
    for (const path of answer.lacks) waiting.set(path, (waiting.get(path) ?? new Set()).add(rule));
  }
  const { expected } = await import('./expected.ts');
  const questions = [...waiting].map(([path, rules]) => ({
    path,
    expected: expected(pathOf(path, model)),
    rules: [...rules],
  }));
  return questions.toSorted((a, b) => b.rules.length - a.rules.length);
}

/** The parts of a path of a model's. A name may hold dots, so the longest that the model has counts. */
function pathOf(text: string, model: Model): Path {
  const [section = ''] = text.split('.', 1);
  const parts: object = (model[section as keyof Model] as object | undefined) ?? {};
  const rest = text.slice(section.length + 1);
  const names =
    section === 'goals' ? [] : Object.keys(parts).filter((name) => rest === name || rest.startsWith(`${name}.`));
  const name = names.toSorted((a, b) => b.length - a.length)[0];
  const fields = name === undefined ? rest : rest.slice(name.length + 1);
  if (name === undefined && section !== 'goals') return [section, rest];
  const path = [...fields.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) => key ?? Number(index));
  return [section, ...(name === undefined ? [] : [name]), ...path];
}
