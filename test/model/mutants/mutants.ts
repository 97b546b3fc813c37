import type { Raw } from './sound.ts';

/** A model with one thing made wrong. */
export interface Mutant {
  readonly name: string;
  readonly model: Raw;
  /** The rules that must find it. */
  readonly expected: readonly string[];
}

/** Asks something of a part: the part, then the parts that hold it, innermost first. */
export type Of<Value> = (part: Raw, above: readonly Raw[], model: Raw) => Value;
export type When = Of<boolean>;

/** A change that a rule must find, at every place where it makes a sound model unsound. */
export interface Operator {
  readonly rule: string;
  /** Parts, as `handlers.*.calls.*`. */
  readonly at: string;
  /** Facts by their path inside of the part: `dedup.window`, `../../deadline`; with `/` before it, one of the model. */
  readonly set: Raw | Of<Raw>;
  readonly when?: When;
  /** Rules that the same change must set off as well. */
  readonly also?: Of<readonly string[]>;
}

/** One mutant for each operator and each place that it fits. */
export function* mutantsOf(base: string, model: Raw, operators: readonly Operator[]): Generator<Mutant> {
  for (const { rule, at, set, when, also } of operators)
    for (const path of pathsOf(model, at.split('.'))) {
      const parts = path.map((_, length) => valueAt(model, path.slice(0, path.length - length)) as Raw);
      const [part, ...above] = parts;
      if (part === undefined || when?.(part, above, model) === false) continue;
      const copy = structuredClone(model);
      const facts = typeof set === 'function' ? set(part, above, model) : set;
      for (const [key, value] of Object.entries(facts)) put(copy, pathOf(key, path), value);
      const more = also?.(part, above, model) ?? [];
      yield { name: `${base} ${path.join('/')} ${JSON.stringify(facts)}`, model: copy, expected: [rule, ...more] };
    }
}

type Path = readonly string[];

function pathsOf(value: unknown, [first, ...rest]: readonly string[], path: Path = []): Path[] {
  if (first === undefined) return [path];
  const keys = Object.keys((value ?? {}) as Raw).filter((key) => first === '*' || key === first);
  return keys.flatMap((key) => pathsOf((value as Raw)[key], rest, [...path, key]));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => (part as Raw | undefined)?.[key], value);
}

function pathOf(key: string, path: Path): Path {
  if (key.startsWith('/')) return key.slice(1).split('/');
  const [, up = '', down = ''] = /^((?:\.\.\/)*)(.*)$/.exec(key) ?? [];
  return [...path.slice(0, path.length - up.length / 3), ...down.split('.')];
}

/** `undefined` takes a fact away; a mechanism that is `none` gets facts. */
function put(model: Raw, path: Path, value: unknown): void {
  let part = model;
  for (const key of path.slice(0, -1)) {
    const inner = part[key];
    if (typeof inner !== 'object' || inner === null) part[key] = {};
    part = part[key] as Raw;
  }
  part[path.at(-1) ?? ''] = value;
}
