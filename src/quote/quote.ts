import { lineAt, splitLines, type Line } from '../document/lines.ts';
import { commentsOf } from './comments.ts';

/** Where a quote stands: 1-based lines, inclusive, and the exact slice of the source. */
export interface Found {
  readonly line: number;
  readonly endLine: number;
  readonly quote: string;
}

/** A part of a text that can be shown in a quote's place. */
export interface Quotable {
  readonly line: number;
  readonly quote: string;
}

/** What quotes are looked up in. */
interface Quoted<Part extends Quotable> {
  readonly text: string;
  readonly statements: readonly Part[];
}

/** Looks quotes up in one text. */
export interface QuoteFinder<Part extends Quotable = Quotable> {
  /** The first place that says a quote, white space apart and otherwise exactly; comments do not count. */
  readonly find: (quote: string) => Found | undefined;
  /** The statement that shares most words with a quote, where at least a quarter of its words are shared. */
  readonly nearest: (quote: string) => Part | undefined;
}

/** Fewer characters than this (white space apart) stand in any text, and prove nothing. */
export const LEAST_QUOTE = 8;

export function createQuoteFinder<Part extends Quotable>({ text, statements }: Quoted<Part>): QuoteFinder<Part> {
  const lines = splitLines(text);
  const visible = squeeze(text);
  let bags: readonly Bag<Part>[] | undefined;
  return {
    find: (quote) => locate(quote, text, visible, lines),
    nearest: (quote) => closest(quote, (bags ??= statements.map(bagOf))),
  };
}

/** A text with every run of white space as one blank; `at` has the source's offset of each character. */
interface Squeezed {
  readonly text: string;
  readonly at: Uint32Array;
}

/** A character that no text of ours holds: files and arguments with it are refused. */
const HIDDEN = '\0';

function squeeze(source: string): Squeezed {
  const at = new Uint32Array(source.length);
  const parts: string[] = [];
  let length = 0;
  for (const { 0: run, index } of hideComments(source).matchAll(/\s+|\S+/g)) {
    const shown = run.trim() === '' ? ' ' : run;
    parts.push(shown);
    for (let offset = 0; offset < shown.length; offset += 1) at[length + offset] = index + offset;
    length += shown.length;
  }
  return { text: parts.join(''), at };
}

/** What stands in a comment is said to nobody, so no verdict can rest on it. */
function hideComments(source: string): string {
  let shown = '';
  let from = 0;
  for (const { start, end } of commentsOf(source)) {
    shown += source.slice(from, start) + HIDDEN.repeat(end - start);
    from = end;
  }
  return shown + source.slice(from);
}

function locate(quote: string, source: string, { text, at }: Squeezed, lines: readonly Line[]): Found | undefined {
  const wanted = quote.trim().replace(/\s+/g, ' ');
  const place = wanted === '' ? -1 : text.indexOf(wanted);
  if (place < 0) return undefined;
  const start = at[place] ?? 0;
  const last = at[place + wanted.length - 1] ?? start;
  return { line: lineAt(lines, start), endLine: lineAt(lines, last), quote: source.slice(start, last + 1) };
}

interface Bag<Part> {
  readonly statement: Part;
  readonly words: ReadonlySet<string>;
}

const LEAST_SHARE = 0.25;

function bagOf<Part extends Quotable>(statement: Part): Bag<Part> {
  return { statement, words: wordsOf(statement.quote) };
}

function closest<Part>(quote: string, bags: readonly Bag<Part>[]): Part | undefined {
  const wanted = wordsOf(quote);
  let best: Part | undefined;
  let most = LEAST_SHARE;
  for (const { statement, words } of bags) {
    const share = likeness(wanted, words);
    if (share <= most) continue;
    most = share;
    best = statement;
  }
  return best;
}

/** The words of a text in lower case, without marks. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** How many of their words two texts share, 0-1 (Dice). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
