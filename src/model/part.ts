/** One value of the model, or that it is unstated. `path` is what to state: `handlers.pay.ack`. */
export interface Fact<T> {
  readonly path: string;
  readonly value: T | undefined;
}

type Element<T> = T extends readonly (infer One)[] ? One : never;
type Facts<T> = Exclude<T, 'none' | undefined>;

/** A part of the model under its path. A part that is not there answers each question with its own path. */
export class Part<T extends object> {
  readonly path: string;
  readonly name: string;
  readonly value: T | undefined;

  constructor(path: string, name: string, value: T | undefined) {
    this.path = path;
    this.name = name;
    this.value = value;
  }

  fact<K extends keyof T & string>(key: K): Fact<NonNullable<T[K]>> {
    if (this.value === undefined) return { path: this.path, value: undefined };
    return { path: `${this.path}.${key}`, value: this.value[key] ?? undefined };
  }

  /** The facts of a mechanism; `none` and unstated alike have none, so ask `present` first. */
  part<K extends keyof T & string>(key: K): Part<Facts<T[K]> & object> {
    const { path, value } = this.fact(key);
    const facts = typeof value === 'object' ? (value as Facts<T[K]> & object) : undefined;
    return new Part(path, this.name, facts);
  }

  /** The listed elements; none where the list is unstated. */
  list<K extends keyof T & string>(key: K): Part<Element<T[K]> & object>[] {
    const { path, value } = this.fact(key);
    if (!Array.isArray(value)) return [];
    return value.map((element: Element<T[K]> & object, index) => new Part(`${path}[${index}]`, this.name, element));
  }
}
