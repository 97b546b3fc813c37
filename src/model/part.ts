/** One value of the model, or that it is unstated. `path` is what to state: `handlers.pay.ack`. */
export interface Fact<T> {
  readonly path: string;
  readonly value: T | undefined;
}

const NONE: readonly never[] = [];

type Element<T> = T extends readonly (infer One)[] ? One : never;
type Facts<T> = Exclude<T, 'none' | undefined>;

/** Its path is put together when somebody reads it, which is seldom. */
class StatedFact<T> implements Fact<T> {
  readonly value: T | undefined;
  readonly #of: string;
  readonly #key: string;

  constructor(of: string, key: string, value: T | undefined) {
    this.#of = of;
    this.#key = key;
    this.value = value;
  }

  get path(): string {
    return `${this.#of}.${this.#key}`;
  }
}

/**
 * A part of the model under its path. A part that is not there answers each question with its own path. Its inner parts
 * are made once, since a hundred rules ask for the same ones.
 */
export class Part<T extends object> {
  readonly path: string;
  readonly name: string;
  readonly value: T | undefined;
  #keys: readonly string[] = NONE;
  #parts: readonly unknown[] = NONE;

  constructor(path: string, name: string, value: T | undefined) {
    this.path = path;
    this.name = name;
    this.value = value;
  }

  fact<K extends keyof T & string>(key: K): Fact<NonNullable<T[K]>> {
    if (this.value === undefined) return { path: this.path, value: undefined };
    return new StatedFact(this.path, key, this.value[key] ?? undefined);
  }

  /** The facts of a mechanism; `none` and unstated alike have none, so ask `present` first. */
  part<K extends keyof T & string>(key: K): Part<Facts<T[K]> & object> {
    return this.#kept(key, () => {
      const { path, value } = this.fact(key);
      const facts = typeof value === 'object' ? (value as Facts<T[K]> & object) : undefined;
      return new Part(path, this.name, facts);
    });
  }

  /** The listed elements; none where the list is unstated. */
  list<K extends keyof T & string>(key: K): readonly Part<Element<T[K]> & object>[] {
    return this.#kept(key, () => {
      const { path, value } = this.fact(key);
      if (!Array.isArray(value)) return [];
      return value.map((element: Element<T[K]> & object, index) => new Part(`${path}[${index}]`, this.name, element));
    });
  }

  /** A part has two or three of them, so a search is quicker than a table. */
  #kept<Value>(key: string, make: () => Value): Value {
    const at = this.#keys.indexOf(key);
    if (at >= 0) return this.#parts[at] as Value;
    const made = make();
    this.#keys = [...this.#keys, key];
    this.#parts = [...this.#parts, made];
    return made;
  }
}
