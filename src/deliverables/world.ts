import type { Loaded } from '../model/load.ts';
import { Design } from '../model/design.ts';
import { expected, keysAt, wordsAt } from '../model/expected.ts';
import { isMapping } from '../model/mapping.ts';
import { valueAt, type Path } from '../model/path.ts';
import type { CitedPlace } from '../model/cites.ts';
import type { Fact, Listed } from './fact.ts';

/** What points to a part from elsewhere in the model. */
export type Relation = (of: Fact) => Listed;

/** By the kind of a part, then by the word that templates use. */
export type Relations = Readonly<Record<string, Readonly<Record<string, Relation>>>>;

/** Sections that a name at these places is looked up in. */
export const REFERS: Readonly<Record<string, readonly string[]>> = {
  'stores.owner': ['services'],
  'stores.writers': ['services'],
  'stores.readers': ['services'],
  'stores.copyOf': ['stores'],
  'messages.channel': ['channels'],
  'handlers.service': ['services'],
  'handlers.on': ['messages'],
  'handlers.reads.store': ['stores'],
  'handlers.writes.store': ['stores'],
  'handlers.writes.from': ['stores'],
  'handlers.publishes.message': ['messages'],
  'handlers.publishes.outbox': ['stores'],
  'handlers.calls.to': ['handlers', 'services'],
  'workflows.owner': ['services'],
  'workflows.steps.handler': ['handlers'],
  'workflows.steps.store': ['stores'],
  'invariants.stores': ['stores'],
  'locks.guards': ['stores'],
};

/** What templates may ask of a model: its values as they were written, where they stand, and what its schema knows. */
export class World {
  readonly design: Design;
  readonly #loaded: Loaded;
  readonly #relations: Relations;
  readonly #made = new Map<string, unknown>();
  readonly #keys = new Map<string, ReadonlySet<string>>();
  readonly #expected = new Map<string, string>();
  readonly #words = new Map<string, ReadonlySet<string>>();

  constructor(loaded: Loaded, relations: Relations) {
    this.#loaded = loaded;
    this.#relations = relations;
    this.design = new Design(loaded.model);
  }

  /** What was made once under a name; relations keep what they found. */
  kept<Value>(name: string, make: () => Value): Value {
    return kept(this.#made as Map<string, Value>, name, make);
  }

  valueAt(path: Path): unknown {
    return valueAt(this.#loaded.raw, path);
  }

  placeOf(path: string): CitedPlace | undefined {
    return this.#loaded.placeOf(path);
  }

  /** Names of the parts of a section; nothing where the section is unstated. */
  namesOf(section: string): readonly string[] | undefined {
    const parts = this.#loaded.raw[section];
    return isMapping(parts) ? Object.keys(parts) : undefined;
  }

  relationsOf(path: Path): Relations[string] {
    return this.#relations[kindOf(path)] ?? {};
  }

  /** Fields that the schema has at a path. */
  keysAt(path: Path): ReadonlySet<string> {
    return kept(this.#keys, kindOf(path), () => new Set(keysAt(path)));
  }

  /** Whether one name or text stands here for a list of one. */
  isList(path: Path): boolean {
    return this.#expectedAt(path).includes('or a list of');
  }

  /** Whether a sentence or a part of one stands here. */
  isText(path: Path): boolean {
    return this.#expectedAt(path).startsWith('a text');
  }

  #expectedAt(path: Path): string {
    return kept(this.#expected, kindOf(path), () => expected(path));
  }

  /** Words that the schema has at a path. */
  wordsAt(path: Path): ReadonlySet<string> {
    return kept(this.#words, kindOf(path), () => new Set(wordsAt(path)));
  }
}

/** A path without the names and numbers that are a design's own: `handlers.calls.timeout`. */
export function kindOf(path: Path): string {
  const own = path[0] === 'goals' ? path : path.filter((part, at) => at !== 1 && typeof part !== 'number');
  return own.join('.');
}

function kept<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}
