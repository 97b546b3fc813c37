import type { Document } from '../../document/types.ts';
import type { Observation } from '../observe.ts';
import { featuresOf, isWord, roleOf, sharesOf, type Shares } from './features.ts';
import { gistOf, leansOf, type Leans } from './gist.ts';
import { addsToScore, scoresOf } from './net.ts';
import { loadWords, type Words } from './words.ts';

/** How a design reads on a criterion. */
export interface Reading {
  /** How much each statement reads like what readers cite: above 0 more likely than not to be looked at. */
  readonly scores: readonly number[];
  /** To which verdict those statements lean. */
  readonly leans: Leans;
}

/** From this score on a statement is cited though no signal matches it. */
export const CITED = 0;

/** A heading names what stands below it and is not cited. */
export const HEADING = -8;

/** Reads every statement for every criterion that the words were learnt for. */
export function readStatements(
  document: Document,
  observations: readonly Observation[],
  words = loadWords(),
): ReadonlyMap<string, Reading> {
  const rows = observations.map((observation) =>
    observation.statement.kind === 'heading' ? undefined : learntIn(document, observation, words),
  );
  const scored = rows.map((row) => row && scoresOf(row, words.net));
  return new Map(
    words.criteria.map((criterion, column) => {
      const scores = scored.map((own) => own?.[column] ?? HEADING);
      const gist = gistOf(rows, scores, words.lexicon.size);
      return [criterion, { scores, leans: leansOf(gist, words.leans, column) }];
    }),
  );
}

function learntIn(document: Document, observation: Observation, { lexicon }: Words): Shares {
  return sharesOf(featuresOf(observation, roleOf(document, observation)), lexicon);
}

const MOST_WORDS = 3;

/** The words of a statement that speak most for a criterion, the strongest first. */
export function tellingWords(document: Document, observation: Observation, criterion: string): string[] {
  const words = loadWords();
  const shares = learntIn(document, observation, words);
  return addsToScore(words.criteria.indexOf(criterion), shares, words.net)
    .map((speaks, at) => ({ name: words.names[shares.places[at] ?? 0] ?? '', speaks }))
    .filter(({ name, speaks }) => isWord(name) && speaks > 0)
    .toSorted((a, b) => b.speaks - a.speaks)
    .slice(0, MOST_WORDS)
    .map(({ name }) => name);
}
