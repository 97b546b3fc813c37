import type { Machine } from './machine.ts';
import type { Condition, Program, Update, Variable } from './program.ts';

type Test = (state: Uint32Array) => boolean;
type Change = (state: Uint32Array) => void;

/** Where a variable lies in a state. */
interface Cell {
  readonly word: number;
  readonly shift: number;
  readonly mask: number;
}

export interface Compiled {
  readonly machine: Machine;
  /** By action, whether it was taken in what has been explored since. */
  readonly taken: Uint8Array;
  readonly done: Test;
  readonly signalled: Test;
}

const WORD = 32;

/** Packs a program's variables into words and its guards and updates into functions on them. */
export function compile(program: Program): Compiled {
  const { cells, words } = layout(program.variables);
  const taken = new Uint8Array(program.actions.length);
  const guards = program.actions.map(({ when }) => testOf(when, cells));
  const changes = program.actions.map(({ sets }) => sets.map((update) => changeOf(update, cells)));
  const faults = program.actions.map(({ fault }) => fault !== undefined);
  const claims = program.claims.map(({ violated }) => testOf(violated, cells));
  const [done, signalled] = [testOf(program.done, cells), testOf(program.signalled, cells)];
  const machine: Machine = {
    words,
    init: (state) => {
      state.fill(0);
      for (const variable of program.variables) changeOf(variable.set(variable.init), cells)(state);
    },
    actions: (state, offer) => {
      for (let at = 0; at < guards.length; at += 1) if (guards[at]?.(state) === true) offer(at, faults[at] === true);
    },
    next: (state, action, into) => {
      taken[action] = 1;
      into.set(state);
      for (const change of changes[action] ?? []) change(into);
    },
    violated: (state) => claims.reduce((bits, test, at) => (test(state) ? bits | (1 << at) : bits), 0),
    isDone: (state) => done(state) || signalled(state),
  };
  return { machine, taken, done, signalled };
}

function layout(variables: readonly Variable[]): { cells: Cell[]; words: number } {
  const cells: Cell[] = [];
  let [word, shift] = [0, 0];
  for (const { max } of variables) {
    const bits = WORD - Math.clz32(max);
    if (shift + bits > WORD) [word, shift] = [word + 1, 0];
    cells.push({ word, shift, mask: 2 ** bits - 1 });
    shift += bits;
  }
  return { cells, words: word + 1 };
}

function cellOf({ index }: Variable, cells: readonly Cell[]): Cell {
  const cell = cells[index];
  if (cell === undefined) throw new Error('a variable of another program');
  return cell;
}

function testOf(condition: Condition, cells: readonly Cell[]): Test {
  if (condition.kind === 'not') {
    const test = testOf(condition.of, cells);
    return (state) => !test(state);
  }
  if (condition.kind !== 'within') return joined(condition, cells);
  const { variable, low, high } = condition;
  const { word, shift, mask } = cellOf(variable, cells);
  if (low === high) return (state) => (((state[word] ?? 0) >>> shift) & mask) === low;
  return (state) => {
    const value = ((state[word] ?? 0) >>> shift) & mask;
    return value >= low && value <= high;
  };
}

function joined({ kind, of }: Condition & { kind: 'and' | 'or' }, cells: readonly Cell[]): Test {
  const tests = of.map((one) => testOf(one, cells));
  const settles = kind === 'or';
  return (state) => {
    for (const test of tests) if (test(state) === settles) return settles;
    return !settles;
  };
}

function changeOf(update: Update, cells: readonly Cell[]): Change {
  const { variable } = update;
  const { word, shift, mask } = cellOf(variable, cells);
  const write = (state: Uint32Array, value: number) => {
    state[word] = (((state[word] ?? 0) & ~(mask << shift)) | (value << shift)) >>> 0;
  };
  if (update.kind === 'set') return (state) => write(state, update.value);
  const step = update.kind === 'up' ? 1 : -1;
  return (state) => {
    const value = (((state[word] ?? 0) >>> shift) & mask) + step;
    if (value >= 0 && value <= variable.max) write(state, value);
  };
}

/** Whether a condition on a program's variables holds in a state. */
export function holdsIn({ variables }: Program, condition: Condition, state: Uint32Array): boolean {
  return testOf(condition, layout(variables).cells)(state);
}

/** The value of each variable in a state, in the order of the program. */
export function valuesOf(program: Program, state: Uint32Array): number[] {
  const { cells } = layout(program.variables);
  return cells.map(({ word, shift, mask }) => ((state[word] ?? 0) >>> shift) & mask);
}
