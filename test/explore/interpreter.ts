import type { Action, Condition, Program } from '../../src/explore/program.ts';

/** A state as a list of plain numbers, in the order of the variables. */
export type Plain = readonly number[];

/** The meaning of programs once more, as slowly and as plainly as can be: what the packed one is held against. */
export function holds(condition: Condition, state: Plain): boolean {
  if (condition.kind === 'not') return !holds(condition.of, state);
  if (condition.kind !== 'within')
    return condition.kind === 'and'
      ? condition.of.every((one) => holds(one, state))
      : condition.of.some((one) => holds(one, state));
  const value = state[condition.variable.index] ?? 0;
  return value >= condition.low && value <= condition.high;
}

export function after({ sets }: Action, state: Plain): Plain {
  const next = [...state];
  for (const update of sets) {
    const { index, max } = update.variable;
    const value = next[index] ?? 0;
    if (update.kind === 'set') next[index] = update.value;
    else if (update.kind === 'up') next[index] = Math.min(max, value + 1);
    else next[index] = Math.max(0, value - 1);
  }
  return next;
}

export function initial({ variables }: Program): Plain {
  return variables.map(({ init }) => init);
}

interface Reached {
  readonly state: Plain;
  readonly faults: number;
  readonly steps: number;
}

/** Every state within a number of faults, with the fewest faults and then the fewest steps that lead to it. */
export function everything(program: Program, most: number): Map<string, Reached> {
  const best = new Map<string, Reached>();
  const waiting: Reached[] = [{ state: initial(program), faults: 0, steps: 0 }];
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    const key = one.state.join();
    const known = best.get(key);
    if (known !== undefined && !isLess(one, known)) continue;
    best.set(key, one);
    for (const action of program.actions) {
      const faults = one.faults + (action.fault === undefined ? 0 : 1);
      if (faults > most || !holds(action.when, one.state)) continue;
      waiting.push({ state: after(action, one.state), faults, steps: one.steps + 1 });
    }
  }
  return best;
}

function isLess(one: Reached, other: Reached): boolean {
  return one.faults < other.faults || (one.faults === other.faults && one.steps < other.steps);
}
