/**
 * What is explored: a machine whose state is a row of 32-bit words. Its actions are numbers that mean something to it
 * alone; it offers them in a fixed order, so that the same machine gives the same trace.
 */
export interface Machine {
  /** Words of a state. */
  readonly words: number;
  readonly init: (state: Uint32Array) => void;
  /** Offers each action that is possible in a state, and whether it is a fault. */
  readonly actions: (state: Uint32Array, offer: (action: number, isFault: boolean) => void) => void;
  /** Writes the state after an action. */
  readonly next: (state: Uint32Array, action: number, into: Uint32Array) => void;
  /** The properties that a state violates, a bit each: bit 0 for the first one. */
  readonly violated: (state: Uint32Array) => number;
  /** Nothing is left to be done. */
  readonly isDone: (state: Uint32Array) => boolean;
}

export interface Limits {
  /** Most faults of one run. */
  readonly faults: number;
  readonly states: number;
  /** Asked now and then; the search ends where it says so. */
  readonly isOver?: () => boolean;
}

/** Why a search ended before it had seen everything. */
export type Cap = 'states' | 'time';

export interface Explored {
  readonly states: number;
  /** Every run of up to so many faults has been followed; -1 if not even those without one. */
  readonly finished: number;
  readonly cap: Cap | undefined;
  /** By property, the state with the fewest faults, then the fewest steps, that violates it. */
  readonly violations: ReadonlyMap<number, number>;
  /** States from which nothing leads to an end without a further fault, in the order in which they were found. */
  readonly stuck: readonly number[];
  /** States from which only faults lead on, in the order in which they were found. */
  readonly sinks: readonly number[];
  /** The actions that lead from the start to a state. */
  readonly trace: (state: number) => number[];
  readonly read: (state: number) => Uint32Array;
}
