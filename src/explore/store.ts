/** Share of the table that may be taken before it is doubled. */
const FULL = 0.5;

/**
 * States as rows of 32-bit words, each kept once, with an open-addressed table over them. A state is its index: the first
 * one that was added is 0.
 */
export class StateStore {
  readonly #words: number;
  #rows: Uint32Array;
  #table: Int32Array;
  #size = 0;

  /** @param words 32-bit words of a state, at least one */
  constructor(words: number) {
    this.#words = words;
    this.#rows = new Uint32Array(words * 1024);
    this.#table = new Int32Array(4096).fill(-1);
  }

  get size(): number {
    return this.#size;
  }

  /** @returns the index of the state if it is new, or less than 0 if it was known: `~index` */
  add(state: Uint32Array): number {
    if (this.#size >= this.#table.length * FULL) this.#grow();
    const slot = this.#slotOf(state);
    const known = this.#table[slot] ?? -1;
    if (known >= 0) return ~known;
    const start = this.#size * this.#words;
    if (start + this.#words > this.#rows.length) this.#rows = doubled(this.#rows);
    this.#rows.set(state, start);
    this.#table[slot] = this.#size;
    this.#size += 1;
    return this.#size - 1;
  }

  /** Copies a state out of the store. */
  read(index: number, into: Uint32Array): void {
    const start = index * this.#words;
    for (let word = 0; word < this.#words; word += 1) into[word] = this.#rows[start + word] ?? 0;
  }

  /** The slot that holds the state, or the free one where it belongs. */
  #slotOf(state: Uint32Array): number {
    const mask = this.#table.length - 1;
    let slot = hashOf(state, this.#words) & mask;
    for (let known = this.#table[slot] ?? -1; known >= 0 && !this.#isAt(known, state); known = this.#table[slot] ?? -1)
      slot = (slot + 1) & mask;
    return slot;
  }

  #isAt(index: number, state: Uint32Array): boolean {
    const start = index * this.#words;
    for (let word = 0; word < this.#words; word += 1) if (this.#rows[start + word] !== state[word]) return false;
    return true;
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2).fill(-1);
    for (let index = 0; index < this.#size; index += 1) {
      const start = index * this.#words;
      this.#table[this.#slotOf(this.#rows.subarray(start, start + this.#words))] = index;
    }
  }
}

export function doubled<Numbers extends Uint32Array | Int32Array>(numbers: Numbers): Numbers {
  const larger =
    numbers instanceof Int32Array ? new Int32Array(numbers.length * 2) : new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger as Numbers;
}

/** The finalizer of MurmurHash3 (Austin Appleby, public domain) over each word in turn. */
function hashOf(state: Uint32Array, words: number): number {
  let hash = 0;
  for (let word = 0; word < words; word += 1) {
    hash = Math.imul(hash ^ (state[word] ?? 0), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}
