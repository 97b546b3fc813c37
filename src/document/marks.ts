/** What stands between words and matters: the end of a sentence, the end of a text, a comma, or another break of a clause. */
export type MarkKind = 'stop' | 'asked' | 'break' | 'comma' | 'clause';

/** A word or a mark of a text, with its place in the text. */
export type Part =
  | {
      readonly kind: 'word';
      readonly text: string;
      readonly start: number;
      readonly end: number;
      readonly glued: boolean;
    }
  | { readonly kind: MarkKind; readonly start: number; readonly end: number };

/** Words after whose dot a sentence goes on. `etc` is not among them: it ends a sentence before a capital. */
const ABBREVIATIONS = new Set(
  'vs fig figs sec eq approx resp cf al ca incl excl dr mr mrs ms st jr ref refs ch vol pp'.split(' '),
);

const CLOSERS = /[)*_~`"'\]}”’»]*/y;

/** Index after the quotes, brackets and emphasis that close right after `at`. */
export function afterClosers(text: string, at: number): number {
  CLOSERS.lastIndex = at;
  CLOSERS.test(text);
  return Math.max(at, CLOSERS.lastIndex);
}

/** The mark that a dot, question mark or exclamation mark at `at` stands for, if it ends a sentence. */
export function sentenceEnd(text: string, at: number, before: Part | undefined): Part | undefined {
  const end = afterClosers(text, at + 1);
  const next = text[end];
  if (next !== undefined && !/\s/.test(next)) return undefined;
  if (text[at] === '.' && next !== undefined && before?.kind === 'word' && goesOn(text, before, end)) return undefined;
  return { kind: text[at] === '?' ? 'asked' : 'stop', start: at, end };
}

function goesOn(text: string, before: Part & { kind: 'word' }, end: number): boolean {
  if (/^[a-z]$/.test(before.text) || ABBREVIATIONS.has(before.text)) return true;
  const next = text.slice(end).length > 0 ? (/\S/.exec(text.slice(end, end + 40))?.[0] ?? '') : '';
  if (before.text === 'no') return /\d/.test(next);
  return before.text === 'etc' && /[a-z,;]/.test(next);
}
