import { CLASSES, readPhrase, type ClassName, type Step } from './phrase-syntax.ts';
import type { Word } from './types.ts';
import { classLength } from './word-classes.ts';

/** Where a concept is said: words `start` (inclusive) to `end` (exclusive), and whether one of them stands under a negation. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
}

/** Finds every phrase of every concept in one pass over the words. */
export interface Matcher {
  /** The concepts that the words say, each with its hits in reading order; concepts that are not said are absent. */
  find(words: readonly Word[]): Map<string, Hit[]>;
}

/** A phrase that carries its own negation means what it says: it is never counted as negated. */
const NEGATORS = new Set(['no', 'not', 'never', 'without', 'neither', 'nor', 'none', 'nothing', 'nobody']);

/** Most words between the two sides of `..`. */
const WIDEST_GAP = 4;

/** Letters by which the beginnings of words (`retr*`) are indexed. */
const INDEXED = 3;

/** A place in the tree of all phrases: what may come next, and which concepts are complete here. */
interface Spot {
  words: Map<string, Spot> | undefined;
  /** By their first letters, at most three. */
  prefixes: Map<string, Prefix[]> | undefined;
  classes: Map<ClassName, Spot> | undefined;
  gap: Spot | undefined;
  ends: End[] | undefined;
}

interface Prefix {
  readonly text: string;
  readonly spot: Spot;
}

interface End {
  readonly concept: string;
  readonly negator: boolean;
}

/**
 * Compiles named lists of phrases into one matcher. Its cost is about one look-up a word, however many phrases there are.
 * @throws Error naming the concept and the phrase, where a phrase cannot be read.
 */
export function compilePhrases(concepts: Readonly<Record<string, readonly string[]>>): Matcher {
  const root = newSpot();
  for (const [concept, phrases] of Object.entries(concepts))
    for (const phrase of phrases) for (const reading of readOrExplain(concept, phrase)) insert(root, reading, concept);
  return {
    find: (words) => {
      const found = new Map<string, Hit[]>();
      for (let start = 0; start < words.length; start += 1) walk({ words, start, found }, root, start, false);
      return found;
    },
  };
}

function readOrExplain(concept: string, phrase: string): Step[][] {
  try {
    return readPhrase(phrase);
  } catch (error) {
    throw new Error(`concept "${concept}", phrase "${phrase}": ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
}

function newSpot(): Spot {
  return { words: undefined, prefixes: undefined, classes: undefined, gap: undefined, ends: undefined };
}

function insert(root: Spot, reading: readonly Step[], concept: string): void {
  const last = reading.reduce(step, root);
  const negator = reading.some((one) => one.kind === 'word' && NEGATORS.has(one.text));
  last.ends ??= [];
  if (!last.ends.some((end) => end.concept === concept)) last.ends.push({ concept, negator });
}

function step(from: Spot, one: Step): Spot {
  switch (one.kind) {
    case 'gap':
      return (from.gap ??= newSpot());
    case 'class':
      return child((from.classes ??= new Map<ClassName, Spot>()), one.text);
    case 'word':
      return child((from.words ??= new Map<string, Spot>()), one.text);
    default:
      return prefixChild((from.prefixes ??= new Map<string, Prefix[]>()), one.text);
  }
}

function child<Key>(spots: Map<Key, Spot>, key: Key): Spot {
  const known = spots.get(key);
  if (known) return known;
  const spot = newSpot();
  spots.set(key, spot);
  return spot;
}

function prefixChild(prefixes: Map<string, Prefix[]>, text: string): Spot {
  const key = text.slice(0, INDEXED);
  const bucket = prefixes.get(key) ?? [];
  prefixes.set(key, bucket);
  const known = bucket.find((one) => one.text === text);
  if (known) return known.spot;
  const spot = newSpot();
  bucket.push({ text, spot });
  return spot;
}

interface Search {
  readonly words: readonly Word[];
  readonly start: number;
  readonly found: Map<string, Hit[]>;
}

/** Follows every phrase that may go on at word `at`. The depth is that of the longest phrase. */
function walk(search: Search, spot: Spot, at: number, negated: boolean): void {
  if (spot.ends) report(search, spot.ends, at, negated);
  const word = search.words[at];
  if (!word) return;
  if (spot.words || spot.prefixes) walkWord(search, spot, at, negated);
  if (spot.classes) walkClasses(search, spot.classes, at, negated);
  if (spot.gap) for (let skip = 0; skip <= WIDEST_GAP; skip += 1) walk(search, spot.gap, at + skip, negated);
}

function walkWord(search: Search, spot: Spot, at: number, negated: boolean): void {
  const word = search.words[at];
  if (!word) return;
  const under = negated || word.negated;
  walkText(search, spot, word.text, { next: at + 1, negated: under });
  if (word.lemma !== word.text) walkText(search, spot, word.lemma, { next: at + 1, negated: under });
  const tail = search.words[at + 1];
  if (tail?.glued !== true) return;
  const joined = { next: at + 2, negated: under || tail.negated };
  walkText(search, spot, word.text + tail.text, joined);
  if (tail.lemma !== tail.text) walkText(search, spot, word.text + tail.lemma, joined);
}

function walkText(search: Search, spot: Spot, text: string, to: { next: number; negated: boolean }): void {
  const exact = spot.words?.get(text);
  if (exact) walk(search, exact, to.next, to.negated);
  if (!spot.prefixes) return;
  for (let length = 1; length <= INDEXED && length <= text.length; length += 1)
    for (const prefix of spot.prefixes.get(text.slice(0, length)) ?? [])
      if (text.startsWith(prefix.text)) walk(search, prefix.spot, to.next, to.negated);
}

function walkClasses(search: Search, classes: ReadonlyMap<ClassName, Spot>, at: number, negated: boolean): void {
  for (const name of CLASSES) {
    const spot = classes.get(name);
    const length = spot ? classLength(name, search.words, at) : 0;
    if (spot && length > 0) walk(search, spot, at + length, negated || search.words[at]?.negated === true);
  }
}

function report({ start, found }: Search, ends: readonly End[], end: number, negated: boolean): void {
  for (const { concept, negator } of ends) {
    const hits = found.get(concept) ?? [];
    if (hits.length === 0) found.set(concept, hits);
    addHit(hits, { start, end, negated: negated && !negator });
  }
}

/** Two phrases of a concept may fit the same words; hits come in the order of their starts. */
function addHit(hits: Hit[], hit: Hit): void {
  for (let at = hits.length - 1; at >= 0; at -= 1) {
    const known = hits[at];
    if (known?.start !== hit.start) break;
    if (known.end === hit.end && known.negated === hit.negated) return;
  }
  hits.push(hit);
}
