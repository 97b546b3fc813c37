import { doubled } from './store.ts';

/** Pairs of states, the second of which follows the first by an action that is no fault. */
export class Edges {
  #pairs = new Int32Array(4096);
  #length = 0;

  add(from: number, to: number): void {
    if (this.#length + 2 > this.#pairs.length) this.#pairs = doubled(this.#pairs);
    this.#pairs[this.#length] = from;
    this.#pairs[this.#length + 1] = to;
    this.#length += 2;
  }

  /** Sorts the edges by their second state, once, and hands out those that lead into one. */
  backward(states: number): (to: number, each: (from: number) => void) => void {
    const starts = new Int32Array(states + 1);
    for (let at = 1; at < this.#length; at += 2)
      starts[(this.#pairs[at] ?? 0) + 1] = (starts[(this.#pairs[at] ?? 0) + 1] ?? 0) + 1;
    for (let state = 0; state < states; state += 1) starts[state + 1] = (starts[state + 1] ?? 0) + (starts[state] ?? 0);
    const filled = starts.slice();
    const sources = new Int32Array(this.#length / 2);
    for (let at = 0; at < this.#length; at += 2) {
      const to = this.#pairs[at + 1] ?? 0;
      const place = filled[to] ?? 0;
      sources[place] = this.#pairs[at] ?? 0;
      filled[to] = place + 1;
    }
    return (to, each) => {
      for (let at = starts[to] ?? 0; at < (starts[to + 1] ?? 0); at += 1) each(sources[at] ?? 0);
    };
  }
}
