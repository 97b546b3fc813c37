import { isAlias, isMap, isScalar, isSeq, LineCounter, type Document, type Node, type Pair } from 'yaml';
import { configurationDocuments } from '../../../library/bounded-yaml.ts';
import { ModelProblem } from '../../problem.ts';

/** Values that one file may be asked for; only one that refers to itself over and over has more. */
const MOST_STEPS = 200_000;
/** Deepest nesting that references are looked for in. */
const MOST_LEVELS = 100;

interface Source {
  readonly counter: LineCounter;
  readonly anchors: ReadonlyMap<string, Node>;
  steps: number;
}

/**
 * A value of a configuration file, or the place where one might be: what is not there has no text, no entries and no
 * items. Aliases and merge keys are followed as they are met and never written out, so a small file stays small.
 */
export class Tree {
  readonly #node: Node | undefined;
  readonly #source: Source;
  readonly #line: number;

  constructor(node: unknown, source: Source, line = 1) {
    source.steps += 1;
    if (source.steps > MOST_STEPS) throw new ModelProblem('it refers to its own parts too often');
    this.#line = isScalar(node) || isAlias(node) ? (lineOf(node, source) ?? line) : line;
    this.#node = resolved(node, source);
    this.#source = source;
  }

  /** 1-based: of a word where it is written, of all else where its key is; of the alias, not of what that leads to. */
  get line(): number {
    return this.#line;
  }

  get exists(): boolean {
    return this.#node !== undefined;
  }

  /** What stands before it: `!Ref`. */
  get tag(): string | undefined {
    return this.#node?.tag;
  }

  get text(): string | undefined {
    if (!isScalar(this.#node)) return undefined;
    const { value } = this.#node;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;
  }

  /** A number of zero or more, also where it is written as a text. */
  get number(): number | undefined {
    const { text } = this;
    return text !== undefined && /^\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
  }

  get flag(): boolean | undefined {
    const { text } = this;
    return text === 'true' || text === 'false' ? text === 'true' : undefined;
  }

  at(...keys: readonly string[]): Tree {
    const [key, ...more] = keys;
    if (key === undefined) return this;
    const found = this.entries.find(([name]) => name === key)?.[1] ?? new Tree(undefined, this.#source, this.#line);
    return found.at(...more);
  }

  get entries(): readonly (readonly [string, Tree])[] {
    return isMap(this.#node) ? this.#entriesOf(this.#node.items, 0) : [];
  }

  get items(): readonly Tree[] {
    return isSeq(this.#node)
      ? this.#node.items.map((item) => new Tree(item, this.#source, lineOf(item, this.#source) ?? this.#line))
      : [];
  }

  /** Own keys before merged ones, as YAML has it. */
  #entriesOf(pairs: readonly Pair[], level: number): (readonly [string, Tree])[] {
    const own: (readonly [string, Tree])[] = [];
    const merged: (readonly [string, Tree])[] = [];
    for (const { key, value } of pairs) {
      const name = isScalar(key) ? String(key.value) : '';
      const line = lineOf(key, this.#source) ?? this.#line;
      if (name !== '<<') own.push([name, new Tree(value, this.#source, line)]);
      else if (level < MOST_LEVELS) merged.push(...this.#mergedOf(value, level + 1));
    }
    const names = new Set(own.map(([name]) => name));
    return [...own, ...merged.filter(([name]) => !names.has(name))];
  }

  #mergedOf(value: unknown, level: number): (readonly [string, Tree])[] {
    const node = resolved(value, this.#source);
    const maps = isSeq(node) ? node.items.map((item) => resolved(item, this.#source)) : [node];
    return maps.flatMap((map) => (isMap(map) ? this.#entriesOf(map.items, level) : []));
  }
}

/**
 * The documents of a YAML or JSON file.
 * @throws Error with one line
 */
export function configurationTrees(text: string): Tree[] {
  const counter = new LineCounter();
  return configurationDocuments(text, counter).map((document) => {
    const source: Source = { counter, anchors: anchorsOf(document), steps: 0 };
    return new Tree(document.contents ?? undefined, source);
  });
}

function lineOf(node: unknown, { counter }: Source): number | undefined {
  const start = isNode(node) ? node.range?.[0] : undefined;
  return start === undefined ? undefined : counter.linePos(start).line;
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);
}

/** An alias may lead to another one, but not for ever. */
function resolved(value: unknown, { anchors }: Source): Node | undefined {
  let node = isNode(value) ? value : undefined;
  for (let step = 0; isAlias(node); step += 1) node = step < MOST_LEVELS ? anchors.get(node.source) : undefined;
  return isScalar(node) && node.value === null ? undefined : node;
}

function anchorsOf({ contents }: Document): Map<string, Node> {
  const anchors = new Map<string, Node>();
  const collect = (value: unknown, level: number) => {
    if (!isNode(value) || isAlias(value) || level > MOST_LEVELS) return;
    if (value.anchor !== undefined) anchors.set(value.anchor, value);
    if (isSeq(value)) for (const item of value.items) collect(item, level + 1);
    if (isMap(value)) for (const pair of value.items) collect(pair.value, level + 1);
  };
  collect(contents, 0);
  return anchors;
}
