import type { Word } from './types.ts';

/** Where a concept is said: words `start` up to but not including `end`; `negated` when they stand under a negation. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
}

export interface Matcher {
  /** The concepts said in these words, each with its hits in reading order. Cost grows with the number of words, not of phrases. */
  readonly find: (words: readonly Word[]) => Map<string, Hit[]>;
}

/** Most words that `..` may stand for. */
const GAP = 4;
/** A prefix is looked up by its first letters, so it needs as many. */
const PREFIX = 2;

type Gap = { readonly kind: 'gap' };
type Part =
  | Gap
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'prefix'; readonly text: string }
  | { readonly kind: 'class'; readonly name: ClassName };

interface Phrase {
  readonly concept: string;
  readonly parts: readonly Part[];
  /** A phrase that negates in its own words (`no longer`, `cannot`) is meant as it stands. */
  readonly negates: boolean;
}

interface Index {
  readonly words: ReadonlyMap<string, readonly Phrase[]>;
  readonly prefixes: ReadonlyMap<string, readonly Phrase[]>;
  readonly classes: readonly Phrase[];
}

/**
 * Compiles concepts to a matcher. The phrase language is described at `Phrase` in library/vocabulary.ts.
 * @throws Error naming the concept and the phrase that cannot be read.
 */
export function compilePhrases(concepts: Readonly<Record<string, readonly string[]>>): Matcher {
  const words = new Map<string, Phrase[]>();
  const prefixes = new Map<string, Phrase[]>();
  const classes: Phrase[] = [];
  for (const phrase of Object.entries(concepts).flatMap(([concept, phrases]) => compileConcept(concept, phrases))) {
    const first = phrase.parts[0];
    if (first?.kind === 'word') append(words, first.text, phrase);
    else if (first?.kind === 'prefix') append(prefixes, first.text.slice(0, PREFIX), phrase);
    else classes.push(phrase);
  }
  return { find: (text) => find({ words, prefixes, classes }, text) };
}

function append(map: Map<string, Phrase[]>, key: string, phrase: Phrase): void {
  const before = map.get(key);
  if (before) before.push(phrase);
  else map.set(key, [phrase]);
}

function compileConcept(concept: string, phrases: readonly string[]): Phrase[] {
  return phrases.flatMap((source) =>
    alternatives(source).map((words) => compilePhrase(concept, source, words.split(' ').filter(Boolean))),
  );
}

/** `a (b|c) d` stands for `a b d` and `a c d`; an empty alternative is allowed, and a `*` after the group goes to each. */
function alternatives(source: string): string[] {
  const group = /\(([^()]*)\)(\*?)/.exec(source);
  if (!group) return [source];
  const [all, choices = '', star = ''] = group;
  const before = source.slice(0, group.index);
  const after = source.slice(group.index + all.length);
  return choices.split('|').flatMap((choice) => alternatives(`${before} ${choice}${choice && star} ${after}`));
}

const NEGATORS = new Set(['no', 'not', 'never', 'without', 'cannot', 'nor', 'none', 'neither', 'nothing']);

function compilePhrase(concept: string, source: string, words: readonly string[]): Phrase {
  const parts = words.flatMap((word) => compileWord(word));
  const [first, last] = [parts[0], parts.at(-1)];
  const broken = !first || first.kind === 'gap' || last?.kind === 'gap' || parts.some(isTooShort);
  if (broken) throw new Error(`concept "${concept}": cannot read the phrase "${source}"`);
  return { concept, parts, negates: words.some((word) => NEGATORS.has(word)) };
}

function compileWord(word: string): Part[] {
  if (word === '..') return [{ kind: 'gap' }];
  const name = /^<(.*)>$/.exec(word)?.[1];
  if (name !== undefined) return isClass(name) ? [{ kind: 'class', name }] : [{ kind: 'word', text: '' }];
  const pieces = word
    .toLowerCase()
    .split(/[^\p{L}\p{N}*]+/u)
    .filter(Boolean);
  return pieces.map((piece) =>
    piece.endsWith('*') ? { kind: 'prefix', text: piece.slice(0, -1) } : { kind: 'word', text: piece },
  );
}

function isTooShort(part: Part): boolean {
  if (part.kind === 'prefix') return part.text.length < PREFIX || part.text.includes('*');
  return part.kind === 'word' && (part.text === '' || part.text.includes('*'));
}

function find(index: Index, words: readonly Word[]): Map<string, Hit[]> {
  const found = new Map<string, Hit[]>();
  for (let start = 0; start < words.length; start += 1)
    for (const phrase of candidates(index, words, start)) {
      const end = matchParts(phrase.parts, 0, words, start);
      if (end > start) record(found, phrase, words, start, end);
    }
  return found;
}

function candidates(index: Index, words: readonly Word[], at: number): readonly Phrase[] {
  const word = words[at];
  if (!word) return [];
  const { text, lemma } = word;
  const lists = [
    index.words.get(text),
    lemma === text ? undefined : index.words.get(lemma),
    index.prefixes.get(text.slice(0, PREFIX)),
    /^\d/.test(text) ? index.classes : undefined,
  ].filter((list) => list !== undefined);
  return lists.length === 1 ? (lists[0] ?? []) : lists.flat();
}

/** Index after the last matched word, or -1. A gap takes as few words as it can. */
function matchParts(parts: readonly Part[], part: number, words: readonly Word[], at: number): number {
  const expected = parts[part];
  if (!expected) return at;
  if (expected.kind === 'gap') {
    for (let skip = 0; skip <= GAP; skip += 1) {
      const end = matchParts(parts, part + 1, words, at + skip);
      if (end >= 0) return end;
    }
    return -1;
  }
  const width = widthOf(expected, words, at);
  return width === 0 ? -1 : matchParts(parts, part + 1, words, at + width);
}

/** How many words the part matches at this place: 0 when it does not match. */
function widthOf(part: Exclude<Part, Gap>, words: readonly Word[], at: number): number {
  const word = words[at];
  if (!word) return 0;
  if (part.kind === 'word') return word.text === part.text || word.lemma === part.text ? 1 : 0;
  if (part.kind === 'prefix') return word.text.startsWith(part.text) ? 1 : 0;
  return CLASSES[part.name](word.text, words[at + 1]?.text ?? '');
}

const UNIT =
  '(?:ns|us|µs|ms|milliseconds?|millis|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?)';
const NUMBER = /^\d+(?:[.,]\d+)*k?$/;
const DURATION = new RegExp(`^\\d+(?:[.,]\\d+)*${UNIT}$`);
const UNIT_WORD = new RegExp(`^${UNIT}$`);

const CLASSES = {
  number: (word: string) => (NUMBER.test(word) ? 1 : 0),
  duration: (word: string, next: string) => {
    if (DURATION.test(word)) return 1;
    return NUMBER.test(word) && UNIT_WORD.test(next) ? 2 : 0;
  },
  percent: (word: string, next: string) => {
    if (/^\d+(?:[.,]\d+)*%$/.test(word)) return 1;
    return NUMBER.test(word) && (next === 'percent' || next === '%') ? 2 : 0;
  },
} as const;
type ClassName = keyof typeof CLASSES;

function isClass(name: string): name is ClassName {
  return name in CLASSES;
}

function record(found: Map<string, Hit[]>, phrase: Phrase, words: readonly Word[], start: number, end: number): void {
  const negated = !phrase.negates && words.slice(start, end).some((word) => word.negated);
  const hits = found.get(phrase.concept);
  if (hits) hits.push({ start, end, negated });
  else found.set(phrase.concept, [{ start, end, negated }]);
}
