import type { Shares } from '../../src/review/reading/features.ts';
import { addRow, timesRow, type Layer } from '../../src/review/reading/layer.ts';
import { hiddenOf, type Net } from '../../src/review/reading/net.ts';
import type { Random } from './random.ts';

/** A statement as the net learns from it: its features, and the criteria for which readers cite it. */
export interface Lesson {
  readonly shares: Shares;
  readonly cited: ReadonlySet<number>;
}

/** Statements that readers cite are one in thirty; each counts as much as these. */
export const CITED_COUNTS = 8;

/** Shares of what is forgotten at each step, so that nothing is learnt by heart: dropout (Srivastava et al. 2014). */
export interface Forgetting {
  readonly words: number;
  readonly units: number;
  readonly random: Random;
}

/**
 * Adds to the slopes of a net how its error on a statement would grow with each weight (backpropagation).
 * @param worth what the error counts
 */
export function addSlopes(slopes: Net, net: Net, { shares, cited }: Lesson, worth: number, forget: Forgetting): void {
  const values = thinned(shares.values, forget.words, forget.random);
  const hidden = thinned(hiddenOf({ ...shares, values }, net.features), forget.units, forget.random);
  const width = hidden.length;
  const back = new Float64Array(width);
  const { rows, bias } = net.cited;
  for (let criterion = 0; criterion < bias.length; criterion += 1) {
    const from = criterion * width;
    const isCited = cited.has(criterion);
    const score = (bias[criterion] ?? 0) + timesRow(hidden, rows, from);
    const miss = worth * (isCited ? CITED_COUNTS : 1) * (1 / (1 + Math.exp(-score)) - (isCited ? 1 : 0));
    addToRow(slopes.cited, from, miss, hidden);
    addRow(back, miss, rows, from);
    slopes.cited.bias[criterion] = (slopes.cited.bias[criterion] ?? 0) + miss;
  }
  for (let unit = 0; unit < width; unit += 1)
    back[unit] = hidden[unit] === 0 ? 0 : (back[unit] ?? 0) / (1 - forget.units);
  for (let at = 0; at < values.length; at += 1)
    addToRow(slopes.features, (shares.places[at] ?? 0) * width, values[at] ?? 0, back);
  addRow(slopes.features.bias, 1, back);
}

/** Some values fall away by chance, and the others are as much larger. */
function thinned(values: Float64Array, share: number, random: Random): Float64Array {
  const thin = new Float64Array(values.length);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value !== 0 && random() >= share) thin[at] = value / (1 - share);
  }
  return thin;
}

/** Adds a multiple of some values to the row that begins at `from`. */
function addToRow({ rows }: Layer, from: number, times: number, values: Float64Array): void {
  if (times === 0) return;
  for (let at = 0; at < values.length; at += 1) rows[from + at] = (rows[from + at] ?? 0) + times * (values[at] ?? 0);
}
