import type { Language, Reading } from './language.ts';
import { LONGEST_TEXT, MOST_STATEMENTS } from './limits.ts';
import type { Part } from './marks.ts';
import { negationReach } from './negation.ts';
import { readParts, type Mode } from './parts.ts';
import { singular } from './split.ts';
import type { Word } from './types.ts';

/** A text to read. `whole`: it is one statement, however many sentences it has. */
export interface Text {
  readonly text: string;
  readonly mode: Mode;
  readonly whole: boolean;
}

/** One sentence of a text: `start` to `end` (exclusive) are its place there. `asked`: it ends in a question mark. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  readonly asked: boolean;
}

/** Words and marks handed to the language model at a time: few calls, and no long arrays. */
const BATCH = 4_000;

/** A sentence longer than this is cut: it is a list or a dump, and nobody could quote it. */
const LONGEST_SENTENCE = 300;

/**
 * Reads texts into sentences of words; the answer has one list of sentences for each text, in order.
 * After `MOST_STATEMENTS` sentences the lists are empty.
 */
export function readTexts(language: Language, texts: readonly Text[]): Sentence[][] {
  const intern = interner();
  const answers: Sentence[][] = texts.map(() => []);
  let found = 0;
  for (const batch of batches(texts)) {
    if (found >= MOST_STATEMENTS) break;
    const readings = language.read(batch.flatMap(({ parts }) => parts));
    let from = 0;
    for (const { index, text, parts, offset } of batch) {
      const sentences = toSentences(text, parts, readings.slice(from, from + parts.length), intern);
      for (const one of sentences) answers[index]?.push({ ...one, start: one.start + offset, end: one.end + offset });
      from += parts.length;
      found += sentences.length;
    }
  }
  return answers;
}

/** A text, or a piece of a long one, with its words and marks. */
interface Piece {
  readonly index: number;
  readonly text: Text;
  readonly parts: readonly Part[];
  /** Where the piece starts in its text. */
  readonly offset: number;
}

function* batches(texts: readonly Text[]): Generator<Piece[]> {
  let batch: Piece[] = [];
  let size = 0;
  for (const piece of pieces(texts)) {
    if (size > 0 && size + piece.parts.length > BATCH) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(piece);
    size += piece.parts.length;
  }
  yield batch;
}

function* pieces(texts: readonly Text[]): Generator<Piece> {
  for (const [index, text] of texts.entries())
    for (let offset = 0; offset < text.text.length;) {
      const end = cut(text.text, offset);
      const piece = offset === 0 && end === text.text.length ? text : { ...text, text: text.text.slice(offset, end) };
      const parts = readParts(piece.text, text.mode);
      parts.push({ kind: 'break', start: end - offset, end: end - offset });
      yield { index, text: piece, parts, offset };
      offset = end;
    }
}

/** Where the piece that starts at `offset` ends: after a blank, unless there is none for long. */
function cut(text: string, offset: number): number {
  const end = offset + LONGEST_TEXT;
  if (end >= text.length) return text.length;
  const blank = text.lastIndexOf(' ', end);
  return blank > offset ? blank + 1 : end;
}

type Intern = (text: string, lemma: string, flags: { negated: boolean; glued: boolean }) => Word;

/** Equal words are one object: a large design has few different ones. */
function interner(): Intern {
  const known = new Map<string, Word>();
  return (text, lemma, { negated, glued }) => {
    const key = `${text} ${lemma} ${negated ? 1 : 0}${glued ? 1 : 0}`;
    const word = known.get(key) ?? (glued ? { text, lemma, negated, glued } : { text, lemma, negated });
    known.set(key, word);
    return word;
  };
}

function toSentences(
  { text, whole }: Text,
  parts: readonly Part[],
  readings: readonly Reading[],
  intern: Intern,
): Sentence[] {
  const reach = negationReach(parts);
  const sentences: Sentence[] = [];
  let words: Word[] = [];
  let start = 0;
  for (const [at, part] of parts.entries()) {
    const reading = readings[at];
    if (part.kind === 'word') {
      const lemma = lemmaOf(part.text, reading);
      const negated = reading?.negated === true && reach[at] === true;
      words.push(intern(part.text, lemma, { negated, glued: part.glued }));
    }
    const last = at === parts.length - 1;
    if (!last && (whole || !ends(part, reading, words.length))) continue;
    const place = trim(text, start, last ? text.length : part.end);
    if (words.length > 0)
      sentences.push({ ...place, words, asked: part.kind === 'asked' || (last && endsAsking(parts)) });
    words = [];
    start = part.end;
  }
  return sentences;
}

function lemmaOf(text: string, reading: Reading | undefined): string {
  const lemma = reading?.lemma;
  return lemma === undefined || lemma === text ? singular(text) : lemma;
}

function ends(part: Part, reading: Reading | undefined, length: number): boolean {
  if (part.kind === 'break' || (part.kind === 'word' && length >= LONGEST_SENTENCE)) return true;
  return part.kind === 'asked' || (part.kind === 'stop' && reading?.ends === true);
}

/** The text ends in a question mark, though not in a sentence of its own. */
function endsAsking(parts: readonly Part[]): boolean {
  return parts.at(-2)?.kind === 'asked';
}

/** Without the blanks around it and the quote signs of the lines it starts with. */
function trim(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && /[\s>]/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return { start, end };
}
