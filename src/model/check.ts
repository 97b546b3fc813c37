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
export function* outcomesOf(design: Design, rules: readonly Rule[] = RULES): Generator<Outcome> {
  for (const { id, cases } of rules)
    for (const { at, fault, say } of cases(design)) yield { rule: id, at, answer: fault, say };
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
  const { violated, waiting, satisfied, unknown } = tally(new Design(model));
  const pages = await mattersOf(violated);
  const findings = violated.flatMap((outcome) => findingOf(outcome, pages.get(outcome.rule)));
  const rank = ({ severity }: Finding) => RULE_SEVERITIES.indexOf(severity);
  return {
    findings: findings.toSorted((a, b) => rank(a) - rank(b)),
    questions: await questionsOf(waiting, model),
    satisfied,
    unknown,
  };
}

interface Tally {
  readonly violated: Outcome[];
  /** Unstated facts, each with the rules that wait for it. */
  readonly waiting: Map<string, string[]>;
  satisfied: number;
  unknown: number;
}

/** Counts outcomes as they come: a large model has a hundred thousand, nearly all of them satisfied. */
function tally(design: Design): Tally {
  const tallied: Tally = { violated: [], waiting: new Map(), satisfied: 0, unknown: 0 };
  for (const outcome of outcomesOf(design)) {
    const { rule, answer } = outcome;
    if (answer.holds === false) tallied.satisfied += 1;
    else if (answer.holds === true) tallied.violated.push(outcome);
    else leaveOpen(tallied, rule, answer.lacks);
  }
  return tallied;
}

/** Outcomes come rule by rule, so one that has waited for the same fact before was the last to do so. */
function leaveOpen(tallied: Tally, rule: string, lacks: readonly string[]): void {
  tallied.unknown += 1;
  for (const path of lacks) {
    const rules = tallied.waiting.get(path);
    if (rules === undefined) tallied.waiting.set(path, [rule]);
    else if (rules.at(-1) !== rule) rules.push(rule);
  }
}

/** The front matter of the rules behind some outcomes; each page is read once. */
export async function mattersOf(outcomes: readonly Outcome[]): Promise<Map<string, RuleMatter>> {
  const rules = [...new Set(outcomes.map(({ rule }) => rule))];
  return new Map(await Promise.all(rules.map(async (rule) => [rule, (await loadRulePage(rule)).matter] as const)));
}

function findingOf({ rule, at, answer, say }: Outcome, matter: RuleMatter | undefined): Finding[] {
  if (matter === undefined) return [];
  const { alias, severity, title, repair, criterion } = matter;
  const { sums, rests } = answer;
  return [{ rule, alias, severity, title, at, message: say(), sums, rests, repair, criterion, page: `rules/${rule}` }];
}

async function questionsOf(waiting: Tally['waiting'], model: Model): Promise<Question[]> {
  const { expected } = await import('./expected.ts');
  const questions = [...waiting].toSorted(([, a], [, b]) => b.length - a.length);
  return questions.map(([path, rules]) => ({
    path,
    // There may be thousands, of which a reader is shown ten.
    get expected() {
      return expected(pathOf(path, model));
    },
    rules,
  }));
}

/** The parts of a path of a model's. A name may hold dots, so the longest that the model has counts. */
export function pathOf(text: string, model: Model): Path {
  const [section = ''] = text.split('.', 1);
  const rest = text.slice(section.length + 1);
  if (section === 'goals') return [section, rest];
  const parts: object = (model[section as keyof Model] as object | undefined) ?? {};
  const ends = [...rest.matchAll(/[.[]|$/g)].map(({ index }) => index);
  const end = ends.findLast((at) => Object.hasOwn(parts, rest.slice(0, at)));
  if (end === undefined) return [section, rest];
  const fields = [...rest.slice(end).matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) => key ?? Number(index));
  return [section, rest.slice(0, end), ...fields];
}
