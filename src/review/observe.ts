import type { Matcher } from '../document/phrases.ts';
import type { Document, Statement, Word } from '../document/types.ts';
import type { CompiledPattern } from './rulebook.ts';
import { markStructure } from './structure/index.ts';

/** How a concept is said: plainly, under a negation, or (somewhere each) both. */
const PLAIN = 1;
const NEGATED = 2;

/** The concepts that some words say, each with {@link PLAIN}, {@link NEGATED} or their sum. */
type Said = ReadonlyMap<string, number>;

/** A statement with what it says and what stands around it. */
export interface Observation {
  readonly statement: Statement;
  readonly said: Said;
  readonly around: readonly Said[];
  /** The statements just before it in the same section. */
  readonly before: readonly Observation[];
}

/** How far back a step may look for the step before it. */
const BEFORE = 3;

/** Runs the matcher once over every statement and every shared piece of context, and adds the marks of the structure. */
export function observe(document: Document, matcher: Matcher): Observation[] {
  const seen = new Map<readonly Word[], Said>();
  const find = (words: readonly Word[]): Said => {
    const before = seen.get(words);
    if (before) return before;
    const said = new Map<string, number>();
    for (const [concept, hits] of matcher.find(words))
      said.set(
        concept,
        (hits.some((hit) => !hit.negated) ? PLAIN : 0) + (hits.some((hit) => hit.negated) ? NEGATED : 0),
      );
    seen.set(words, said);
    return said;
  };
  const marks = markStructure(document);
  const { statements } = document;
  const observations: Observation[] = [];
  for (const statement of statements)
    observations.push({
      statement,
      said: withMarks(find(statement.words), marks.get(statement)),
      around: statement.context.map(find),
      before: observations.slice(-BEFORE).filter((other) => other.statement.section === statement.section),
    });
  return observations;
}

function withMarks(said: Said, marks: ReadonlySet<string> | undefined): Said {
  return marks ? new Map([...said, ...[...marks].map((mark) => [mark, PLAIN] as const)]) : said;
}

/** The ways of saying that a pattern accepts. */
const WAYS: Readonly<Record<CompiledPattern['negated'], number>> = { no: PLAIN, yes: NEGATED, any: PLAIN | NEGATED };

/** Whether a statement says what the pattern asks, in its own words and in its context. */
export function matches(pattern: CompiledPattern, { statement, said, around, before }: Observation): boolean {
  if (pattern.in && !pattern.in.has(statement.kind)) return false;
  return (
    pattern.says.every((names) => names.some((name) => ((said.get(name) ?? 0) & WAYS[pattern.negated]) > 0)) &&
    pattern.about.every((names) => names.some((name) => said.has(name) || around.some((other) => other.has(name)))) &&
    pattern.after.every((names) => before.some((other) => saysAny(other, names))) &&
    !pattern.without.some((names) => names.some((name) => said.has(name)))
  );
}

function saysAny({ said }: Observation, names: readonly string[]): boolean {
  return names.some((name) => said.has(name));
}

/** The statements that a pattern's steps before were found in, the nearest for each. */
export function stepsBefore({ after }: CompiledPattern, { before }: Observation): Observation[] {
  return after.flatMap((names) => before.findLast((other) => saysAny(other, names)) ?? []);
}
