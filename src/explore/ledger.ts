import type { Answer } from '../model/answer.ts';
import type { Fact } from '../model/part.ts';

/** What a design says of something, or what is assumed of it. */
export interface Told {
  readonly is: boolean;
  /** Paths of the facts behind it. */
  readonly facts: readonly string[];
}

export interface Counted {
  readonly value: number;
  readonly facts: readonly string[];
}

/** Whether an unstated fact is taken to be as one would wish. */
export type Trust = (path: string) => boolean;

export const TRUSTING: Trust = () => true;
export const DOUBTING: Trust = () => false;

/** Asks a model for facts. What it does not state is assumed, and the assumption is written down. */
export class Ledger {
  readonly #trust: Trust;
  /** Unstated facts that were asked for, in the order of the questions. */
  readonly assumed = new Set<string>();
  /** Every fact that was asked for, stated or not. */
  readonly asked = new Set<string>();

  constructor(trust: Trust) {
    this.#trust = trust;
  }

  /** Whether a mechanism is there that prevents something. */
  guards(answer: Answer): Told {
    return this.#told(answer, true);
  }

  /** Whether something is so that makes a fault possible. */
  risks(answer: Answer): Told {
    return this.#told(answer, false);
  }

  /** How many, with what to take where it is unstated: the best case and the worst. */
  count({ path, value }: Fact<number>, wished: number, feared: number): Counted {
    this.asked.add(path);
    if (value !== undefined) return { value, facts: [path] };
    this.assumed.add(path);
    return { value: this.#trust(path) ? wished : feared, facts: [path] };
  }

  #told({ holds, rests, lacks }: Answer, wished: boolean): Told {
    for (const path of [...rests, ...lacks]) this.asked.add(path);
    if (holds !== undefined) return { is: holds, facts: rests };
    const [path = ''] = lacks;
    this.assumed.add(path);
    return { is: this.#trust(path) === wished, facts: [path] };
  }
}

export function factsOf(...told: readonly Pick<Told, 'facts'>[]): string[] {
  return [...new Set(told.flatMap(({ facts }) => facts))];
}
