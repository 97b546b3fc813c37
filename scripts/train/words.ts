import { sharesOf, type Shares } from '../../src/review/reading/features.ts';
import { gistOf, type Leans } from '../../src/review/reading/gist.ts';
import { HEADING } from '../../src/review/reading/scores.ts';
import { LEANINGS, type Entry, type KeptWords, type Leaning } from '../../src/review/reading/words.ts';
import type { VerdictName } from '../../src/library/criterion.ts';
import { learnCrossed, type Crossed } from './logistic.ts';
import { rowsOf, type Rows } from './rows.ts';

/** A statement of a labelled design: its features, and the criteria for which readers cited it. */
export interface Read {
  readonly design: number;
  readonly features: ReadonlyMap<string, number>;
  readonly cited: ReadonlySet<string>;
  /** A heading is never cited and teaches nothing. */
  readonly heading: boolean;
}

/** A feature that fewer statements have is the name of something in one design; 120 are no better, rotated, and longer. */
const LEAST = 220;
/** Statements that readers cite are one in thirty; each counts as much as these. Errors of 0.1 and 1 are no better, rotated. */
const CITED = { counts: 8, error: 0.3 };
/** 0.3 to 2 give the same, rotated. */
const LEANS = { counts: 1, error: 0.5 };
const LENGTH = 4;
const UNIT = { cited: 0.1, leans: 0.05 };
const FOLDS = 6;

/** The features that are learnt from. */
export function lexiconOf(statements: readonly Read[]): Map<string, Entry> {
  const counts = new Map<string, number>();
  for (const { features } of statements)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= LEAST).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rarity = (count: number) => round(Math.log(statements.length / (count + 1)));
  return new Map(kept.map(([name, count], place) => [name, { place, rarity: rarity(count) }]));
}

/** Statements by what is learnt from them; nothing for a heading. */
export function sharesOfAll(statements: readonly Read[], lexicon: ReadonlyMap<string, Entry>): (Shares | undefined)[] {
  return statements.map(({ features, heading }) => (heading ? undefined : sharesOf(features, lexicon, LENGTH)));
}

const foldOf = (design: number): number => design % FOLDS;

/** A row for each statement; the last column is 1, also for a heading. */
export function rowsFor(shares: readonly (Shares | undefined)[], places: number): Rows {
  const cells = (row: Shares | undefined) =>
    (row?.places ?? []).map((place, at) => [place, row?.values[at] ?? 0] as const);
  return rowsOf(
    shares.map((row) => [...cells(row), [places, 1]]),
    places + 1,
  );
}

/** How statements that are cited for a criterion read; those of a heading are {@link HEADING}. */
export function learnCited(criterion: string, statements: readonly Read[], rows: Rows): Crossed {
  const isTrue = statements.map(({ cited }) => cited.has(criterion));
  const folds = statements.map(({ design, heading }) => (heading ? undefined : foldOf(design)));
  const { weights, apart } = learnCrossed({ rows, isTrue, ...CITED }, folds);
  return { weights, apart: apart.map((score) => (Number.isNaN(score) ? HEADING : score)) };
}

/** A design's statements and their scores for one criterion. */
export interface Scored {
  readonly shares: readonly (Shares | undefined)[];
  readonly scores: readonly number[];
}

/** To which verdict designs lean whose statements read so: one for each of {@link LEANINGS}. */
export function learnLeans(designs: readonly Scored[], labels: readonly VerdictName[], places: number): Crossed[] {
  const gists = designs.map(({ shares, scores }) => gistOf(shares, scores, places, LENGTH));
  const rows = rowsOf(
    gists.map((gist) => [...gist, 1].flatMap((value, place) => (value === 0 ? [] : [[place, value] as const]))),
    places + 1,
  );
  const folds = designs.map((_, design) => foldOf(design));
  return LEANINGS.map((to) => learnCrossed({ rows, isTrue: labels.map((label) => isA(label, to)), ...LEANS }, folds));
}

const isA = (label: VerdictName, to: Leaning): boolean =>
  to === 'said' ? label === 'met' || label === 'partial' : label === to;

/** To which verdicts a design leans by what was learnt without it. */
export function leansApart([met, said, na, violated]: readonly Crossed[], design: number): Leans {
  const at = (one: Crossed | undefined) => one?.apart[design] ?? 0;
  return { met: at(met), said: at(said), na: at(na), violated: at(violated) };
}

/** What was learnt for one criterion. */
export interface Learnt {
  readonly criterion: string;
  readonly cited: Float64Array;
  readonly leans: readonly Float64Array[];
}

/** Weights as they are kept: whole units, without features that say nothing of any criterion. */
export function keepWords(lexicon: ReadonlyMap<string, Entry>, learnt: readonly Learnt[]): KeptWords {
  const cited = learnt.map((one) => one.cited);
  const leans = learnt.flatMap((one) => one.leans);
  const units = (columns: readonly Float64Array[], place: number, unit: number) =>
    columns.map((column) => Math.round((column[place] ?? 0) / unit) || 0);
  const features: Record<string, number[]> = {};
  for (const [name, { place, rarity }] of lexicon) {
    const numbers = [...units(cited, place, UNIT.cited), ...units(leans, place, UNIT.leans)];
    if (numbers.some((one) => one !== 0)) features[name] = [rarity, ...numbers];
  }
  const bias = (columns: readonly Float64Array[]) => columns.map((column) => round(column[lexicon.size] ?? 0));
  return {
    criteria: learnt.map(({ criterion }) => criterion),
    length: LENGTH,
    unit: UNIT,
    bias: { cited: bias(cited), leans: bias(leans) },
    features,
  };
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
