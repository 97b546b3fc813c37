import type { Document } from '../../document/types.ts';
import type { Observation } from '../observe.ts';
import { featuresOf, isWord, roleOf, sharesOf, type Share } from './features.ts';
import { loadWords, type Words } from './words.ts';

/** How much each statement reads like what readers cite for a criterion: above 0 more likely than not to be looked at. */
export type Scores = ReadonlyMap<string, readonly number[]>;

/** From this score on a statement is cited though no signal matches it. */
export const CITED = 0;

/** A heading names what stands below it and is not cited. */
export const HEADING = -8;

/** Scores every statement for every criterion that the words were learnt for. */
export function readStatements(document: Document, observations: readonly Observation[], words = loadWords()): Scores {
  const rows = observations.map((observation) => scoresOf(document, observation, words));
  return new Map(words.criteria.map((criterion, column) => [criterion, rows.map((row) => row[column] ?? HEADING)]));
}

function scoresOf(document: Document, observation: Observation, words: Words): Float64Array {
  if (observation.statement.kind === 'heading') return new Float64Array(words.criteria.length).fill(HEADING);
  const scores = Float64Array.from(words.bias);
  for (const { name, value } of learntIn(document, observation, words)) {
    const weights = words.features.get(name)?.weights ?? [];
    const worth = words.unit * value;
    for (let column = 0; column < scores.length; column += 1)
      scores[column] = (scores[column] ?? 0) + worth * (weights[column] ?? 0);
  }
  return scores;
}

function learntIn(document: Document, observation: Observation, { features, length }: Words): Share[] {
  return sharesOf(featuresOf(observation, roleOf(document, observation)), (name) => features.get(name)?.rarity, length);
}

const MOST_WORDS = 3;

/** The words of a statement that speak most for a criterion, the strongest first. */
export function tellingWords(document: Document, observation: Observation, criterion: string): string[] {
  const words = loadWords();
  const column = words.criteria.indexOf(criterion);
  return learntIn(document, observation, words)
    .map(({ name, value }) => ({ name, speaks: value * (words.features.get(name)?.weights[column] ?? 0) }))
    .filter(({ name, speaks }) => isWord(name) && speaks > 0)
    .toSorted((a, b) => b.speaks - a.speaks)
    .slice(0, MOST_WORDS)
    .map(({ name }) => name);
}
