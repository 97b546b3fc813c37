import { minimise } from './lbfgs.ts';
import { addRow, rowsOf, times, type Rows } from './rows.ts';
import { sharesOf } from '../../src/review/reading/features.ts';
import type { KeptWords } from '../../src/review/reading/words.ts';

/** A statement of a labelled design: its features, and the criteria for which readers cited it. */
export interface Read {
  readonly design: string;
  readonly features: ReadonlyMap<string, number>;
  readonly cited: ReadonlySet<string>;
  /** A heading is never cited and teaches nothing. */
  readonly heading: boolean;
}

/** A feature that fewer statements have is the name of something in one design; 12 and 30 are no better, rotated, and longer. */
const LEAST = 80;
/** Statements that readers cite are one in thirty; each counts as much as these. */
const CITED = 8;
/** What the error counts beside the square of the weights; 0.1 and 1 are no better, rotated. */
const ERROR = 0.3;
const LENGTH = 4;
const UNIT = 0.1;

/** The features that are learnt from, with their rarity. */
export function rarities(statements: readonly Read[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of statements)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= LEAST).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(kept.map(([name, count]) => [name, round(Math.log(statements.length / (count + 1)), 2)]));
}

/** Statements as rows: each feature by its rarity, all of a statement scaled to one length; the last column is 1. */
export function toRows(statements: readonly Read[], rarity: ReadonlyMap<string, number>): Rows {
  const columns = new Map([...rarity.keys()].map((name, at) => [name, at]));
  const rows = statements.map(({ features }) => {
    const shares = sharesOf(features, (name) => rarity.get(name), LENGTH);
    return [...shares.map(({ name, value }) => [columns.get(name) ?? 0, value] as const), [columns.size, 1] as const];
  });
  return rowsOf(rows, columns.size + 1);
}

/** Weights that tell statements cited for a criterion from others: logistic regression on some of the rows. */
export function learnCriterion(rows: Rows, use: readonly number[], cited: readonly boolean[]): Float64Array {
  const free = rows.columns - 1;
  return minimise((weights, slope) => {
    let value = 0;
    for (const [at, weight] of weights.entries()) {
      slope[at] = at === free ? 0 : weight;
      if (at !== free) value += (weight * weight) / 2;
    }
    for (const row of use) {
      const yes = cited[row] === true;
      const sum = times(rows, row, weights);
      const share = 1 / (1 + Math.exp(-sum));
      const counts = ERROR * (yes ? CITED : 1);
      value += counts * softplus(yes ? -sum : sum);
      addRow(rows, row, counts * (share - (yes ? 1 : 0)), slope);
    }
    return value;
  }, rows.columns);
}

function softplus(x: number): number {
  return x > 30 ? x : Math.log1p(Math.exp(x));
}

/** Weights as they are kept: whole units, without features that say nothing of any criterion. */
export function keepWords(
  criteria: readonly string[],
  rarity: ReadonlyMap<string, number>,
  weights: readonly Float64Array[],
): KeptWords {
  const features: Record<string, number[]> = {};
  for (const [at, [name, rare]] of [...rarity].entries()) {
    const units = weights.map((column) => Math.round((column[at] ?? 0) / UNIT) || 0);
    if (units.some((unit) => unit !== 0)) features[name] = [rare, ...units];
  }
  return {
    criteria,
    bias: weights.map((column) => round(column[rarity.size] ?? 0, 2)),
    length: LENGTH,
    unit: UNIT,
    features,
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
