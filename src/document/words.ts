import type { Word } from './types.ts';

/** Pieces of a token as the matcher compares them: `correlationId` is `correlation`, `id`; `order.placed` is `order`, `placed`. */
const PIECE = /\p{Lu}?\p{Ll}+(?:'\p{Ll}+)?|\p{Lu}+(?!\p{Ll})|\p{N}[\p{N}.,]*(?:%|\p{Ll}+)?|\p{L}+/gu;

/** The words of one token. A token that is one word keeps its lemma; pieces get a plain one. */
export function splitToken(token: string, lemma: string, negated: boolean): Word[] {
  const pieces = token.match(PIECE) ?? [];
  if (pieces.length === 1 && pieces[0] === token) {
    const text = token.toLowerCase();
    return [{ text, lemma: lemma === text ? plainLemma(text) : lemma, negated }];
  }
  return pieces.map((piece) => {
    const text = piece.toLowerCase().replace(/[.,]+$/, '');
    return { text, lemma: plainLemma(text), negated };
  });
}

/** The words of a line that is not prose (code, a diagram): no lemmas but plain ones, no negation. */
export function splitLine(line: string): Word[] {
  return splitToken(` ${line}`, '', false);
}

const KEEP = /(?:ss|us|is|ous|ics)$/;

/** Takes a plural ending off: enough for identifiers and for capitalised words, which the language model leaves alone. */
function plainLemma(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || KEEP.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
