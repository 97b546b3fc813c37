import type { Document } from '../../document/types.ts';
import type { Observation } from '../observe.ts';
import { featuresOf, isWord } from './features.ts';
import { loadWords, type Words } from './words.ts';

/** How much each statement reads like what readers cite for a criterion: above 0 more likely than not to be looked at. */
export type Scores = ReadonlyMap<string, readonly number[]>;

/** From this score on a statement is cited though no signal matches it. */
export const CITED = 0;

/** A heading names what stands below it and is not cited. */
export const HEADING = -8;

/** Scores every statement for every criterion that the words were learnt for. */
export function readStatements(document: Document, observations: readonly Observation[], words = loadWords()): Scores {
  const rows = observations.map((observation) => scoresOf(observation, roleOf(document, observation), words));
  return new Map(words.criteria.map((criterion, column) => [criterion, rows.map((row) => row[column] ?? HEADING)]));
}

function roleOf({ sections }: Document, { statement }: Observation) {
  return sections[statement.section]?.role ?? 'body';
}

function scoresOf(observation: Observation, role: ReturnType<typeof roleOf>, words: Words): Float64Array {
  if (observation.statement.kind === 'heading') return new Float64Array(words.criteria.length).fill(HEADING);
  const scores = Float64Array.from(words.bias);
  for (const { value, weights } of known(observation, role, words))
    for (let column = 0; column < scores.length; column += 1)
      scores[column] = (scores[column] ?? 0) + value * (weights[column] ?? 0);
  return scores;
}

/** The features that were learnt, each with its share of the statement: rare ones count more, and long statements no more than short ones. */
function known(observation: Observation, role: ReturnType<typeof roleOf>, { features, length, unit }: Words) {
  const found: { name: string; value: number; weights: readonly number[] }[] = [];
  let squares = 0;
  for (const [name, counts] of featuresOf(observation, role)) {
    const feature = features.get(name);
    if (feature === undefined) continue;
    const value = counts * feature.rarity;
    squares += value * value;
    found.push({ name, value, weights: feature.weights });
  }
  const scale = (unit * length) / Math.sqrt(squares || 1);
  return found.map((one) => ({ ...one, value: one.value * scale }));
}

const MOST_WORDS = 3;

/** The words of a statement that speak most for a criterion, the strongest first. */
export function tellingWords(document: Document, observation: Observation, criterion: string): string[] {
  const words = loadWords();
  const column = words.criteria.indexOf(criterion);
  return known(observation, roleOf(document, observation), words)
    .map(({ name, value, weights }) => ({ name, speaks: value * (weights[column] ?? 0) }))
    .filter(({ name, speaks }) => isWord(name) && speaks > 0)
    .toSorted((a, b) => b.speaks - a.speaks)
    .slice(0, MOST_WORDS)
    .map(({ name }) => name);
}
