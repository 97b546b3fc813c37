import type { Fact } from './part.ts';

/** Kleene's third value is `undefined`: it cannot be told, and `lacks` names what would settle it. */
export interface Answer {
  readonly holds: boolean | undefined;
  /** Stated facts it rests on, as paths. */
  readonly rests: readonly string[];
  /** Unstated facts that would settle it. */
  readonly lacks: readonly string[];
  /** The arithmetic behind it: `3 x 2 s + 3 s = 9 s > 5 s`. */
  readonly sums: readonly string[];
}

const NONE: readonly string[] = [];

/** An answer that needs no fact. */
export function known(holds: boolean): Answer {
  return { holds, rests: NONE, lacks: NONE, sums: NONE };
}

/** Asks something of one fact. */
export function ask<T>(fact: Fact<T>, question: (value: T) => boolean): Answer {
  return new Asked(fact, fact.value === undefined ? undefined : question(fact.value));
}

/** The fact is one of these values. */
export function is<T>(fact: Fact<T>, ...values: readonly T[]): Answer {
  return new Asked(fact, fact.value === undefined ? undefined : values.includes(fact.value));
}

/** The mechanism is stated to be absent. */
export function absent(fact: Fact<unknown>): Answer {
  return new Asked(fact, fact.value === undefined ? undefined : isNone(fact.value));
}

export function present(fact: Fact<unknown>): Answer {
  return new Asked(fact, fact.value === undefined ? undefined : !isNone(fact.value));
}

function isNone(value: unknown): boolean {
  return value === 'none' || value === false;
}

/** It is stated, whatever it is. */
export function stated(fact: Fact<unknown>): Answer {
  return ask(fact, () => true);
}

/** Never true: what is not found by what is stated cannot be ruled out while this is not. */
export function inDoubt(fact: Fact<unknown>): Answer {
  return ask(fact, () => false);
}

/** A wait, or the time between two of a thing, that nothing ends. */
export function isEndless(fact: Fact<number | 'none'>): Answer {
  return ask(fact, (value) => value === 'none' || value === Infinity);
}

/** The list is stated and has something in it. */
export function some(fact: Fact<readonly unknown[]>): Answer {
  return new Asked(fact, fact.value === undefined ? undefined : fact.value.length > 0);
}

export function not(answer: Answer): Answer {
  return new Joined([answer], answer.holds === undefined ? undefined : !answer.holds);
}

/**
 * False as soon as one is false, whatever the others lack. While it cannot be told, the first one that cannot is asked
 * for: rules begin with what makes them apply, and once that is stated to be otherwise nothing more is to be asked.
 */
export function all(...answers: readonly Answer[]): Answer {
  let open: Answer | undefined;
  for (const answer of answers) {
    if (answer.holds === false) return answer;
    if (answer.holds === undefined) open ??= answer;
  }
  return open ?? new Joined(answers, true);
}

/** True as soon as one is true, whatever the others lack. */
export function any(...answers: readonly Answer[]): Answer {
  let holds: boolean | undefined = false;
  for (const answer of answers) {
    if (answer.holds === true)
      return new Joined(
        answers.filter((one) => one.holds === true),
        true,
      );
    if (answer.holds === undefined) holds = undefined;
  }
  return new Joined(answers, holds);
}

class Asked implements Answer {
  readonly holds: boolean | undefined;
  readonly sums = NONE;
  readonly #fact: Fact<unknown>;

  constructor(fact: Fact<unknown>, holds: boolean | undefined) {
    this.holds = holds;
    this.#fact = fact;
  }

  get rests(): readonly string[] {
    return this.holds === undefined ? NONE : [this.#fact.path];
  }

  get lacks(): readonly string[] {
    return this.holds === undefined ? [this.#fact.path] : NONE;
  }
}

/** Most answers are false and nobody asks what they rest on, so that is gathered only when it is read. */
class Joined implements Answer {
  readonly holds: boolean | undefined;
  readonly #answers: readonly Answer[];

  constructor(answers: readonly Answer[], holds: boolean | undefined) {
    this.holds = holds;
    this.#answers = answers;
  }

  get rests(): readonly string[] {
    return this.#all(({ rests }) => rests);
  }

  get lacks(): readonly string[] {
    return this.#all(({ lacks }) => lacks);
  }

  get sums(): readonly string[] {
    return this.#all(({ sums }) => sums);
  }

  #all(of: (answer: Answer) => readonly string[]): readonly string[] {
    const [first, ...more] = this.#answers;
    if (first === undefined || more.length === 0) return first === undefined ? NONE : of(first);
    const collected: string[] = [];
    for (const answer of this.#answers) for (const one of of(answer)) if (!collected.includes(one)) collected.push(one);
    return collected;
  }
}
