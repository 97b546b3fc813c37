import { compilePhrases, type Matcher } from '../document/phrases.ts';
import type { CriterionMatter, Signal } from '../library/criterion.ts';
import type { Definitions } from '../library/definitions.ts';
import { nearest } from '../library/nearest.ts';
import type { Pattern, Vocabulary } from '../library/vocabulary.ts';
import { MARKS } from './structure/index.ts';

/** A pattern whose operands are lists of alternatives, each a concept as the matcher names it. */
export interface CompiledPattern {
  readonly says: readonly (readonly string[])[];
  readonly about: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
  readonly without: readonly (readonly string[])[];
  readonly negated: Pattern['negated'];
  readonly in: ReadonlySet<string> | undefined;
}

export interface CompiledSignal {
  readonly signal: Signal;
  readonly pattern: CompiledPattern;
  readonly weight: number;
}

export interface CompiledCriterion {
  readonly matter: CriterionMatter;
  readonly page: string;
  readonly definitions: Definitions | undefined;
  readonly signals: readonly CompiledSignal[];
}

export interface CompiledFact {
  readonly least: number;
  readonly proven: boolean;
  readonly share: number;
  readonly any: readonly CompiledPattern[];
}

/** Everything the review knows about words, compiled once and then only read. */
export interface Rulebook {
  readonly matcher: Matcher;
  readonly criteria: readonly CompiledCriterion[];
  /** Criteria that are judged, since a verdict may rest on all of a design, and not reported. */
  readonly disabled: ReadonlySet<string>;
  /** The signals of all criteria that a statement may match, by each concept of which it has to say one. */
  readonly byConcept: ReadonlyMap<string, readonly CompiledSignal[]>;
  readonly facts: ReadonlyMap<string, CompiledFact>;
}

/** A criterion page as the review needs it: its front matter, the name it is read by, its verdicts' meanings. */
export interface CriterionPage {
  readonly matter: CriterionMatter;
  readonly page: string;
  readonly definitions?: Definitions;
}

const DEFAULT_WEIGHT = { met: 1, partial: 0.5, violated: 1 } as const;

/**
 * Compiles the criterion pages and the shared vocabulary.
 * A page's own concept hides the shared one of the same name.
 * @throws Error naming the page and the word, where a signal or fact names what nobody defines.
 */
export function compileRulebook(pages: readonly CriterionPage[], vocabulary: Vocabulary): Rulebook {
  const concepts: Record<string, readonly string[]> = { ...vocabulary.concepts };
  for (const { matter } of pages)
    for (const [name, phrases] of Object.entries(matter.concepts)) concepts[`${matter.id}/${name}`] = phrases;
  const known = new Set([...Object.keys(concepts), ...MARKS]);
  const facts = new Map<string, CompiledFact>();
  for (const [name, fact] of Object.entries(vocabulary.facts)) {
    const any = fact.any.map((pattern) => compilePattern(pattern, resolver('', known, `vocabulary, fact "${name}"`)));
    facts.set(name, { least: fact.least, share: fact.share, proven: fact.proven, any });
  }
  checkTogether(pages);
  const criteria = pages.map((page) => compileCriterion(page, known, facts));
  const byConcept = indexSignals(criteria.flatMap(({ signals }) => signals));
  return { matcher: compilePhrases(concepts), criteria, disabled: new Set(), byConcept, facts };
}

function checkTogether(pages: readonly CriterionPage[]): void {
  const ids = new Set(pages.map(({ matter }) => matter.id));
  for (const { matter, page } of pages)
    if (matter.appliesWith !== undefined && !ids.has(matter.appliesWith))
      throw new Error(
        `${page}: no criterion "${matter.appliesWith}". Nearest: ${nearest(matter.appliesWith, [...ids], 3).join(', ')}`,
      );
}

function compileCriterion(
  { matter, page, definitions }: CriterionPage,
  known: ReadonlySet<string>,
  facts: ReadonlyMap<string, CompiledFact>,
): CompiledCriterion {
  for (const fact of matter.applies)
    if (!facts.has(fact)) throw new Error(`${page}: no fact "${fact}". Known: ${[...facts.keys()].join(', ')}`);
  const resolve = resolver(matter.id, known, page);
  const signals = matter.signals.map((signal) => ({
    signal,
    pattern: compilePattern(signal, resolve),
    weight: signal.weight ?? DEFAULT_WEIGHT[signal.grade],
  }));
  return { matter, page, definitions, signals };
}

/** Each signal stands under the operand with the fewest alternatives: a statement without any of them cannot match. */
function indexSignals(signals: readonly CompiledSignal[]): Map<string, CompiledSignal[]> {
  const index = new Map<string, CompiledSignal[]>();
  for (const signal of signals) {
    const [fewest = []] = signal.pattern.says.toSorted((a, b) => a.length - b.length);
    for (const name of fewest) index.set(name, [...(index.get(name) ?? []), signal]);
  }
  return index;
}

type Resolve = (operand: string) => readonly string[];

function resolver(id: string, known: ReadonlySet<string>, where: string): Resolve {
  return (operand) =>
    operand.split(' | ').map((name) => {
      if (known.has(`${id}/${name}`)) return `${id}/${name}`;
      if (known.has(name)) return name;
      throw new Error(`${where}: no concept "${name}" on the page, in the vocabulary or among the marks`);
    });
}

function compilePattern(pattern: Pattern, resolve: Resolve): CompiledPattern {
  return {
    says: pattern.says.map(resolve),
    about: pattern.about.map(resolve),
    after: pattern.after.map(resolve),
    without: pattern.without.map(resolve),
    negated: pattern.negated,
    in: pattern.in && new Set(pattern.in),
  };
}
