import { minimise, penalty } from './lbfgs.ts';
import { addRow, times, type Rows } from './rows.ts';

/** What a logistic regression learns from. */
export interface Task {
  readonly rows: Rows;
  readonly isTrue: readonly boolean[];
  /** What the error counts beside the square of the weights. */
  readonly error: number;
}

/** Weights that tell true rows from others, learnt from some of the rows; that of the last column, which is 1, is free. */
export function learnLogistic({ rows, isTrue, error }: Task, use: readonly number[]): Float64Array {
  const free = rows.columns - 1;
  return minimise((weights, slope) => {
    let value = penalty(weights, slope, (place) => place === free);
    for (const row of use) {
      const yes = isTrue[row] === true;
      const sum = times(rows, row, weights);
      const share = 1 / (1 + Math.exp(-sum));
      value += error * softplus(yes ? -sum : sum);
      addRow(rows, row, error * (share - (yes ? 1 : 0)), slope);
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
  readonly apart: Float64Array;
}

/** @param foldOf the fold of each row */
export function learnCrossed(task: Task, foldOf: readonly number[]): Crossed {
  const { rows } = task;
  const used = [...foldOf.keys()];
  const apart = new Float64Array(foldOf.length);
  for (const fold of new Set(foldOf)) {
    const weights = learnLogistic(
      task,
      used.filter((row) => foldOf[row] !== fold),
    );
    for (const row of used) if (foldOf[row] === fold) apart[row] = times(rows, row, weights);
  }
  return { weights: learnLogistic(task, used), apart };
}
