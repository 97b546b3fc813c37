/** Rows of few values each, named by the places of their columns. */
export interface Rows {
  readonly columns: number;
  /** Where each row begins in `at` and `values`; one more than there are rows. */
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly values: Float64Array;
}

/** @param rows each a list of column and value */
export function rowsOf(rows: readonly (readonly (readonly [number, number])[])[], columns: number): Rows {
  const starts = new Int32Array(rows.length + 1);
  for (const [row, cells] of rows.entries()) starts[row + 1] = (starts[row] ?? 0) + cells.length;
  const size = starts[rows.length] ?? 0;
  const at = new Int32Array(size);
  const values = new Float64Array(size);
  let place = 0;
  for (const cells of rows)
    for (const [column, value] of cells) {
      at[place] = column;
      values[place] = value;
      place += 1;
    }
  return { columns, starts, at, values };
}

/** A row times a column of weights that begins at `from`. */
export function times({ starts, at, values }: Rows, row: number, weights: Float64Array, from = 0): number {
  let sum = 0;
  const end = starts[row + 1] ?? 0;
  for (let place = starts[row] ?? 0; place < end; place += 1)
    sum += (values[place] ?? 0) * (weights[from + (at[place] ?? 0)] ?? 0);
  return sum;
}

/** Adds a multiple of a row to the column of weights that begins at `from`. */
export function addRow({ starts, at, values }: Rows, row: number, share: number, to: Float64Array, from = 0): void {
  const end = starts[row + 1] ?? 0;
  for (let place = starts[row] ?? 0; place < end; place += 1) {
    const column = from + (at[place] ?? 0);
    to[column] = (to[column] ?? 0) + share * (values[place] ?? 0);
  }
}
