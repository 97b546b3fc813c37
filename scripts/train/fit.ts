/** What is known of a verdict by name, whether it was right, and how much it counts. */
export interface Row {
  readonly features: readonly (readonly [string, number])[];
  readonly right: boolean;
  readonly weight: number;
}

/** A weight for each feature's name. */
export type Weights = ReadonlyMap<string, number>;

/** Of the squared weights; the bias is free. Chosen by the rotated reliability: 2 and 5 are less often right above 0.8. */
const PENALTY = 3.3;
const STEPS = 3000;
/** Below 2 / (rows x features of a row / 4), above which the descent swings. */
const RATE = 0.0015;

/** A row whose features are named by their place among the weights. */
interface Placed {
  readonly at: readonly number[];
  readonly values: readonly number[];
  readonly right: number;
  readonly weight: number;
}

/** A logistic model, fitted by plain gradient descent: small, and the same numbers on every run. */
export function fit(rows: readonly Row[]): Weights {
  const names = [...new Set(rows.flatMap(({ features }) => features.map(([name]) => name)))].toSorted();
  const places = new Map(names.map((name, place) => [name, place]));
  const placed = rows.map((row) => placeOf(row, places));
  const weights = new Float64Array(names.length);
  const bias = names.indexOf('bias');
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight, place) => (place === bias ? 0 : PENALTY * weight));
    for (const row of placed) pull(row, weights, slope);
    for (const [place, down] of slope.entries()) weights[place] = (weights[place] ?? 0) - RATE * down;
  }
  return new Map(names.map((name, place) => [name, weights[place] ?? 0]));
}

function placeOf({ features, right, weight }: Row, places: ReadonlyMap<string, number>): Placed {
  const at = features.map(([name]) => places.get(name) ?? 0);
  return { at, values: features.map(([, value]) => value), right: right ? 1 : 0, weight };
}

/** Adds what one row asks of the weights. */
function pull({ at, values, right, weight }: Placed, weights: Float64Array, slope: Float64Array): void {
  let sum = 0;
  for (let index = 0; index < at.length; index += 1) sum += (weights[at[index] ?? 0] ?? 0) * (values[index] ?? 0);
  const off = weight * (1 / (1 + Math.exp(-sum)) - right);
  for (let index = 0; index < at.length; index += 1) {
    const place = at[index] ?? 0;
    slope[place] = (slope[place] ?? 0) + off * (values[index] ?? 0);
  }
}

/** How likely it is right, 0-1. */
export function predict(weights: Weights, features: Row['features']): number {
  const sum = features.reduce((total, [name, value]) => total + (weights.get(name) ?? 0) * value, 0);
  return 1 / (1 + Math.exp(-sum));
}
