import { isDeepStrictEqual } from 'node:util';
import { pathText, type Path } from './path.ts';
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
    const key = pathText(claim.path);
    const before = this.claims.get(key) ?? this.opposed(claim);
    if (before !== undefined) {
      if (before.file !== claim.file && !isDeepStrictEqual(before.value, claim.value) && !isPart(claim))
        this.disagreements.push({ path: pathText(before.path), kept: before, other: claim });
      return;
    }
    if (isPart(claim) && this.places.has(key)) return;
    this.claims.set(key, claim);
    this.place(claim);
    set(this.raw, claim.path, claim.value);
  }

  /** A part that is stated to be `none` has no facts in another file. */
  private opposed({ path, value }: Claim): Claim | undefined {
    for (let length = path.length - 1; length > 1; length -= 1) {
      const above = this.claims.get(pathText(path.slice(0, length)));
      if (above !== undefined && !isPart(above)) return above;
    }
    const known = this.places.get(pathText(path));
    return known !== undefined && value === 'none' ? { ...known, path, value: 'stated' } : undefined;
  }

  private place({ path, file, line, cite }: Claim): void {
    for (let length = 1; length <= path.length; length += 1) {
      const key = pathText(path.slice(0, length));
      if (!this.places.has(key) || length === path.length)
        this.places.set(key, { file, line, ...(cite === undefined ? {} : { cite }) });
    }
  }
}

function isPart({ value }: Claim): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
  if (last !== undefined) put(at, last, typeof value === 'object' && value !== null ? structuredClone(value) : value);
}

/** A name may be `__proto__`, which must mean nothing. */
function put(at: Record<string | number, unknown>, key: string | number, value: unknown): void {
  Object.defineProperty(at, key, { value, writable: true, enumerable: true, configurable: true });
}
