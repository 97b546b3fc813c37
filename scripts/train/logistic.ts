import { minimise, penalty } from './lbfgs.ts';
import { addRow, times, type Rows } from './rows.ts';

/** What a logistic regression learns from. */
export interface Task {
  readonly rows: Rows;
  readonly isTrue: readonly boolean[];
  /** How much a row that is true counts beside one that is not. */
  readonly counts: number;
  /** What the error counts beside the square of the weights. */
  readonly error: number;
}

/** Weights that tell true rows from others, learnt from some of the rows; that of the last column, which is 1, is free. */
export function learnLogistic({ rows, isTrue, counts, error }: Task, use: readonly number[]): Float64Array {
  const free = rows.columns - 1;
  return minimise((weights, slope) => {
    let value = penalty(weights, slope, (place) => place === free);
    for (const row of use) {
      const yes = isTrue[row] === true;
      const sum = times(rows, row, weights);
      const share = 1 / (1 + Math.exp(-sum));
      const worth = error * (yes ? counts : 1);
      value += worth * softplus(yes ? -sum : sum);
      addRow(rows, row, worth * (share - (yes ? 1 : 0)), slope);
    }
    return value;
  }, rows.columns);
}

function softplus(x: number): number {
  return x > 30 ? x : Math.log1p(Math.exp(x));
}

/** What was learnt, and what each row comes to by weights that were learnt without its fold. */
export interface Crossed {
  readonly weights: Float64Array;
  /** NaN for a row that is in no fold. */
  readonly apart: Float64Array;
}

/** @param foldOf the fold of each row, from 0; a row of none teaches nothing */
export function learnCrossed(task: Task, foldOf: readonly (number | undefined)[]): Crossed {
  const { rows } = task;
  const used = [...foldOf.keys()].filter((row) => foldOf[row] !== undefined);
  const apart = new Float64Array(foldOf.length).fill(Number.NaN);
  for (const fold of new Set(used.map((row) => foldOf[row]))) {
    const weights = learnLogistic(
      task,
      used.filter((row) => foldOf[row] !== fold),
    );
    for (const row of used) if (foldOf[row] === fold) apart[row] = times(rows, row, weights);
  }
  return { weights: learnLogistic(task, used), apart };
}
