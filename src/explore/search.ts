import { Edges } from './edges.ts';
import type { Cap, Explored, Limits, Machine } from './machine.ts';
import { doubled, StateStore } from './store.ts';

/** States between two looks at whether the time is over. */
const PATIENCE = 1024;

/**
 * Follows every run with up to a number of faults. States are visited by the number of faults, then breadth first, each
 * once: whoever reaches a state with fewer faults can do all that others can from there, so the first way to it is
 * the one with the fewest faults and then the fewest steps.
 */
export function explore(machine: Machine, limits: Limits): Explored {
  const search = new Search(machine, limits);
  let finished = -1;
  while (finished < limits.faults && search.layer(finished + 1)) finished += 1;
  return search.result(finished);
}

class Search {
  readonly #machine: Machine;
  readonly #limits: Limits;
  readonly #store: StateStore;
  readonly #edges = new Edges();
  readonly #sinks: number[] = [];
  /** States in which nothing is left to be done. */
  readonly #ends: number[] = [];
  readonly #violations = new Map<number, number>();
  #parents = new Int32Array(1024);
  #actions = new Int32Array(1024);
  #steps = new Int32Array(1024);
  #faults = new Int32Array(1024);
  /** States from which faults lead on, in the order of their steps, with what is to be done in the next layer. */
  #seeds: Seed[] = [];
  #cap: Cap | undefined;
  readonly #state: Uint32Array;
  readonly #after: Uint32Array;

  constructor(machine: Machine, limits: Limits) {
    this.#machine = machine;
    this.#limits = limits;
    this.#store = new StateStore(machine.words);
    this.#state = new Uint32Array(machine.words);
    this.#after = new Uint32Array(machine.words);
  }

  /** All states that need so many faults. @returns whether all of them were seen */
  layer(faults: number): boolean {
    const seeds = this.#seeds;
    this.#seeds = [];
    let [at, from] = [this.#store.size, 0];
    if (faults === 0) this.#begin();
    while (at < this.#store.size || from < seeds.length) {
      // A seed is as far as its steps say, so it waits until all that is nearer has been followed.
      const steps = at < this.#store.size ? this.#steps[at] : seeds[from]?.steps;
      from = this.#sowUpTo(steps ?? 0, seeds, from, faults);
      if (at === this.#store.size) continue;
      if (this.#isOver(at)) return false;
      this.#expand(at, faults);
      at += 1;
    }
    this.#seeds.sort((a, b) => a.steps - b.steps);
    return true;
  }

  #begin(): void {
    this.#machine.init(this.#after);
    this.#visit(-1, -1, 0);
  }

  result(finished: number): Explored {
    return {
      states: this.#store.size,
      finished,
      cap: this.#cap,
      violations: this.#violations,
      stuck: this.#stuck(finished),
      sinks: this.#sinks,
      trace: (state) => this.#trace(state),
      read: (state) => {
        const words = new Uint32Array(this.#machine.words);
        this.#store.read(state, words);
        return words;
      },
    };
  }

  #isOver(at: number): boolean {
    if (this.#store.size > this.#limits.states) this.#cap = 'states';
    else if (at % PATIENCE === 0 && this.#limits.isOver?.() === true) this.#cap = 'time';
    return this.#cap !== undefined;
  }

  #expand(at: number, faults: number): void {
    const { actions, next } = this.#machine;
    this.#store.read(at, this.#state);
    let leadsOn = false;
    actions(this.#state, (action, isFault) => {
      if (isFault) {
        if (faults < this.#limits.faults) this.#seeds.push({ from: at, action, steps: (this.#steps[at] ?? 0) + 1 });
        return;
      }
      leadsOn = true;
      next(this.#state, action, this.#after);
      this.#edges.add(at, this.#visit(at, action, faults));
    });
    if (!leadsOn) this.#sinks.push(at);
  }

  /** Takes the faults of so many steps. @returns where the others begin */
  #sowUpTo(steps: number, seeds: readonly Seed[], from: number, faults: number): number {
    let next = from;
    for (let seed = seeds[next]; seed !== undefined && seed.steps <= steps; seed = seeds[next]) {
      this.#store.read(seed.from, this.#state);
      this.#machine.next(this.#state, seed.action, this.#after);
      this.#visit(seed.from, seed.action, faults);
      next += 1;
    }
    return next;
  }

  /** Keeps the state in `#after`. @returns its index */
  #visit(parent: number, action: number, faults: number): number {
    const index = this.#store.add(this.#after);
    if (index < 0) return ~index;
    if (index >= this.#parents.length) this.#growTo();
    this.#parents[index] = parent;
    this.#actions[index] = action;
    this.#steps[index] = parent < 0 ? 0 : (this.#steps[parent] ?? 0) + 1;
    this.#faults[index] = faults;
    this.#check(index);
    return index;
  }

  #check(index: number): void {
    if (this.#machine.isDone(this.#after)) this.#ends.push(index);
    const violated = this.#machine.violated(this.#after);
    for (let property = 0; violated >>> property !== 0; property += 1)
      if (((violated >>> property) & 1) === 1 && !this.#violations.has(property)) this.#violations.set(property, index);
  }

  #growTo(): void {
    this.#parents = doubled(this.#parents);
    this.#actions = doubled(this.#actions);
    this.#steps = doubled(this.#steps);
    this.#faults = doubled(this.#faults);
  }

  /** What is not reached by going back from the ends, along actions that are no faults. */
  #stuck(finished: number): number[] {
    const isAlive = new Uint8Array(this.#store.size);
    const queue = [...this.#ends];
    for (const end of queue) isAlive[end] = 1;
    const before = this.#edges.backward(isAlive.length);
    for (const index of queue)
      before(index, (from) => {
        if (isAlive[from] === 1) return;
        isAlive[from] = 1;
        queue.push(from);
      });
    // Of a layer that was not finished nothing is known of what its states lead to.
    return [...isAlive.keys()].filter((index) => isAlive[index] === 0 && (this.#faults[index] ?? 0) <= finished);
  }

  #trace(state: number): number[] {
    const actions: number[] = [];
    for (let at = state; (this.#parents[at] ?? -1) >= 0; at = this.#parents[at] ?? -1)
      actions.push(this.#actions[at] ?? 0);
    return actions.toReversed();
  }
}

/** A fault that is possible in a state, to be followed when its layer comes. */
interface Seed {
  readonly from: number;
  readonly action: number;
  readonly steps: number;
}
