/** Rows of equal length, one behind the other, and what is added to sums of them. */
export interface Layer {
  readonly rows: Float64Array;
  readonly bias: Float64Array;
}

/** Adds a multiple of the row that begins at `from`. */
export function addRow(to: Float64Array, times: number, rows: Float64Array, from = 0): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) + times * (rows[from + at] ?? 0);
}

/** The product with the row that begins at `from`. */
export function timesRow(values: Float64Array, rows: Float64Array, from = 0): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) * (rows[from + at] ?? 0);
  return sum;
}

/** Shares that add up to 1, each e times as large as that of a score 1 lower. */
export function softmax(scores: Float64Array): Float64Array {
  let most = -Infinity;
  for (const score of scores) most = Math.max(most, score);
  const shares = scores.map((score) => Math.exp(score - most));
  let total = 0;
  for (const share of shares) total += share;
  return shares.map((share) => share / total);
}
