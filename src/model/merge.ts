import { isDeepStrictEqual } from 'node:util';
import { isMapping } from './mapping.ts';
import { pathText, pathTexts, type Path } from './path.ts';
import type { Claim } from './readers/model-yaml.ts';

/** Where a value was stated. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly cite?: string;
}

/** Two files that state different values; the first one's counts. */
export interface Disagreement {
  readonly path: string;
  readonly kept: Claim;
  readonly other: Claim;
}

export interface Merged {
  /** As a person would write it, not yet checked. */
  readonly raw: Record<string, unknown>;
  /** By path, of every value and of every part that has some. */
  readonly places: ReadonlyMap<string, Place>;
  readonly disagreements: readonly Disagreement[];
}

/** What tells elements of a list apart, so that two files may speak of one call. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  calls: ['to'],
  publishes: ['message'],
  writes: ['store', 'field'],
  reads: ['store', 'field'],
  steps: ['id'],
  options: ['option'],
};

/** The fact that a bare word stands for: `dedup: inbox` is `dedup: { kind: inbox }`. */
const BARE: Readonly<Record<string, string>> = {
  dlq: 'owner',
  dedup: 'kind',
  schema: 'compat',
  undo: 'op',
  lock: 'ttl',
};

/** Puts the claims of several files together; earlier files win. */
export function merge(files: readonly (readonly Claim[])[]): Merged {
  const merging = new Merging();
  for (const claims of files) {
    const claimed = aligner(claims, merging);
    for (const claim of claims) merging.add(spelledOut({ ...claim, path: claimed(claim.path) }));
  }
  return merging;
}

class Merging implements Merged {
  readonly raw: Record<string, unknown> = {};
  readonly places = new Map<string, Place>();
  readonly disagreements: Disagreement[] = [];
  private readonly claims = new Map<string, Claim>();
  /** Index of each element by list and identity. */
  readonly elements = new Map<string, number>();
  readonly lengths = new Map<string, number>();

  add(claim: Claim): void {
    const keys = pathTexts(claim.path);
    const key = keys.at(-1) ?? '';
    const before = this.claims.get(key) ?? this.opposed(claim, keys);
    if (before !== undefined) {
      if (before.file !== claim.file && !isSame(before.value, claim.value) && !isPart(claim))
        this.disagreements.push({ path: pathText(before.path), kept: before, other: claim });
      return;
    }
    if (isPart(claim) && this.places.has(key)) return;
    this.claims.set(key, claim);
    this.place(claim, keys);
    set(this.raw, claim.path, claim.value);
  }

  /** A part that is stated to be `none` has no facts in another file. */
  private opposed({ path, value }: Claim, keys: readonly string[]): Claim | undefined {
    for (let at = keys.length - 2; at > 0; at -= 1) {
      const above = this.claims.get(keys[at] ?? '');
      if (above !== undefined && !isPart(above)) return above;
    }
    const known = this.places.get(keys.at(-1) ?? '');
    return known !== undefined && value === 'none' ? { ...known, path, value: 'stated' } : undefined;
  }

  private place({ file, line, cite }: Claim, keys: readonly string[]): void {
    const place = { file, line, ...(cite === undefined ? {} : { cite }) };
    for (const [at, key] of keys.entries())
      if (at === keys.length - 1 || !this.places.has(key)) this.places.set(key, place);
  }
}

/** `order id` in a table and `order_id` in a model are one name. */
function isSame(one: unknown, other: unknown): boolean {
  const bare = (value: unknown) => (typeof value === 'string' ? value.toLowerCase().replace(/[-_ ]/g, '') : value);
  return isDeepStrictEqual(bare(one), bare(other));
}

function isPart({ value }: Claim): boolean {
  return isMapping(value);
}

function spelledOut(claim: Claim): Claim {
  const { path, value } = claim;
  const last = path.at(-1);
  const word = path.length >= 3 && typeof last === 'string' ? bareWord(last, path) : undefined;
  if (word === undefined || value === 'none' || isPart(claim)) return claim;
  return { ...claim, path: [...path, word] };
}

function bareWord(last: string, path: Path): string | undefined {
  if (last === 'key') return path.at(-3) === 'calls' ? 'scope' : undefined;
  return BARE[last];
}

/** Gives the elements of a file's lists their place among those of the files before. */
function aligner(claims: readonly Claim[], merging: Merging): (path: Path) => Path {
  const identities = new Map<string, string>();
  for (const { path, value } of claims) {
    const [list, index, field] = path.slice(-3);
    if (typeof index === 'number' && IDENTITY[String(list)]?.includes(String(field)) === true)
      identities.set(
        pathText(path.slice(0, -1)),
        `${identities.get(pathText(path.slice(0, -1))) ?? ''}/${String(value)}`,
      );
  }
  const known = new Map<string, number>();
  return (path) => {
    const at = path.findIndex((part) => typeof part === 'number');
    if (at < 0) return path;
    const element = pathText(path.slice(0, at + 1));
    const list = pathText(path.slice(0, at));
    const index = known.get(element) ?? indexOf(list, identities.get(element), merging);
    known.set(element, index);
    return [...path.slice(0, at), index, ...path.slice(at + 1)];
  };
}

function indexOf(list: string, identity: string | undefined, { elements, lengths }: Merging): number {
  const key = `${list} ${identity ?? ''}`;
  const before = identity === undefined ? undefined : elements.get(key);
  if (before !== undefined) return before;
  const index = lengths.get(list) ?? 0;
  lengths.set(list, index + 1);
  elements.set(key, index);
  return index;
}

function set(raw: Record<string, unknown>, path: Path, value: unknown): void {
  let at: Record<string | number, unknown> = raw;
  for (const [index, part] of path.slice(0, -1).entries()) {
    const there = Object.hasOwn(at, part) ? at[part] : undefined;
    const next = typeof there === 'object' && there !== null ? there : typeof path[index + 1] === 'number' ? [] : {};
    put(at, part, next);
    at = next as Record<string | number, unknown>;
  }
  const last = path.at(-1);
  if (last !== undefined)
    put(at, last, Array.isArray(value) ? [...(value as unknown[])] : isMapping(value) ? { ...value } : value);
}

/** A name may be `__proto__`, which must mean nothing. */
function put(at: Record<string | number, unknown>, key: string | number, value: unknown): void {
  Object.defineProperty(at, key, { value, writable: true, enumerable: true, configurable: true });
}
