import type { Document, Role, Word } from '../../document/types.ts';
import type { Observation } from '../observe.ts';
import type { Entry } from './words.ts';

/** What stands above a statement says less of it than its own words do. */
const AROUND = 0.5;

/** A service may be called anything, so the word before one of these tells nothing. */
const NAMED = new Set(['service', 'worker', 'microservice']);

/** A concept of one page is named `criterion/concept`; above a statement only the shared ones are looked at. */
const isShared = (concept: string): boolean => !concept.includes('/');

/**
 * What a statement is made of, each with how much it counts: its words (lemmas), the concepts that it says and that
 * stand above it, how it is meant, and what its section is for. Nothing of its form: a row says what a sentence says.
 */
export function featuresOf({ statement, said, around }: Observation, role: Role): ReadonlyMap<string, number> {
  const features = new Map<string, number>([
    [`meant ${statement.stance}`, 1],
    [`in ${role}`, 1],
  ]);
  for (const above of around) for (const feature of featuresAbove(above)) features.set(feature, AROUND);
  for (const concept of said.keys()) features.set(says(concept), 1);
  for (const word of wordsOf(statement.words)) features.set(word, 1);
  return features;
}

/** What the section of a statement is for. */
export function roleOf({ sections }: Document, { statement }: Observation): Role {
  return sections[statement.section]?.role ?? 'body';
}

/** The features of a statement that were learnt: their places, and the share that each has of the statement. */
export interface Shares {
  readonly places: readonly number[];
  readonly values: Float64Array;
}

/** The length to which features are scaled; a statement is taken to have a certain one at least. */
const LENGTH = { scaled: 4, least: 6 };

/**
 * The features that were learnt, each by how rare it is, all of a statement scaled to one length: rare ones count more,
 * and long statements no more than short ones. One that says hardly anything stays short, or its heading would speak for it.
 */
export function sharesOf(features: ReadonlyMap<string, number>, lexicon: ReadonlyMap<string, Entry>): Shares {
  const places: number[] = [];
  const values: number[] = [];
  for (const [name, counts] of features) {
    const entry = lexicon.get(name);
    if (entry === undefined) continue;
    places.push(entry.place);
    values.push(counts * entry.rarity);
  }
  return { places, values: scaled(Float64Array.from(values), LENGTH.least) };
}

/** The same direction, with one length; what is shorter than `least` stays shorter, and nothing stays nothing. */
export function scaled(values: Float64Array, least = 0): Float64Array {
  let squares = 0;
  for (const value of values) squares += value * value;
  const scale = LENGTH.scaled / (Math.max(least, Math.sqrt(squares)) || 1);
  return values.map((value) => scale * value);
}

/** Statements share what stands above them by identity, so that each is read once. */
const above = new WeakMap<ReadonlyMap<string, number>, readonly string[]>();

function featuresAbove(said: ReadonlyMap<string, number>): readonly string[] {
  const before = above.get(said);
  if (before) return before;
  const features = [...said.keys()].filter(isShared).map((concept) => `under ${concept}`);
  above.set(said, features);
  return features;
}

const sayings = new Map<string, string>();

/** Concepts are few and said often, so their features are named once. */
function says(concept: string): string {
  const before = sayings.get(concept);
  if (before !== undefined) return before;
  const feature = `says ${concept}`;
  sayings.set(concept, feature);
  return feature;
}

function wordsOf(words: readonly Word[]): string[] {
  return words.filter((_, at) => !NAMED.has(words[at + 1]?.lemma ?? '')).map(({ lemma }) => lemma);
}

/** Whether a feature is a word of the text, which a report may show; the others are names of ours. */
export const isWord = (feature: string): boolean => !feature.includes(' ');
