import type { Shares } from './features.ts';
import { addRow, timesRow, type Layer } from './layer.ts';

/**
 * How statements are read: a net with one hidden layer (a multilayer perceptron). What a statement says is put into a few
 * hidden units, from which follows for each criterion how much it is like what readers cite. The units are the same for all
 * criteria, so that each learns from what is cited for the others.
 */
export interface Net {
  /** A row for each feature; the hidden units of a statement are their sum and the bias, where that is above 0. */
  readonly features: Layer;
  /** A row for each criterion. */
  readonly cited: Layer;
}

/** The hidden units of a statement. */
export function hiddenOf({ places, values }: Shares, { rows, bias }: Layer): Float64Array {
  const hidden = Float64Array.from(bias);
  for (let at = 0; at < places.length; at += 1)
    addRow(hidden, values[at] ?? 0, rows, (places[at] ?? 0) * hidden.length);
  for (let at = 0; at < hidden.length; at += 1) hidden[at] = Math.max(0, hidden[at] ?? 0);
  return hidden;
}

/** How much a statement is like what readers cite, for each criterion: above 0 more likely than not to be looked at. */
export function scoresOf(shares: Shares, { features, cited }: Net): Float64Array {
  const hidden = hiddenOf(shares, features);
  return cited.bias.map((bias, criterion) => bias + timesRow(hidden, cited.rows, criterion * hidden.length));
}

/** How much each feature of a statement adds to its score for a criterion. */
export function addsToScore(criterion: number, shares: Shares, { features, cited }: Net): number[] {
  const { places, values } = shares;
  const width = features.bias.length;
  const own = hiddenOf(shares, features).map((unit, at) =>
    unit === 0 ? 0 : (cited.rows[criterion * width + at] ?? 0),
  );
  return places.map((place, at) => (values[at] ?? 0) * timesRow(own, features.rows, place * width));
}
