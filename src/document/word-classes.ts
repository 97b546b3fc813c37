import type { ClassName } from './phrase-syntax.ts';
import type { Word } from './types.ts';

const NUMERAL = /^\d[\d.,]*$/;

const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand million'.split(
    ' ',
  ),
);

const DURATION_UNITS = new Set(
  'ns us ms millisecond milli s sec second m min minute h hr hour d day week month quarter year'.split(' '),
);

function isNumber(word: Word | undefined): boolean {
  return word !== undefined && (NUMERAL.test(word.text) || NUMBER_WORDS.has(word.text));
}

function isUnit(word: Word | undefined): boolean {
  return word !== undefined && (DURATION_UNITS.has(word.text) || DURATION_UNITS.has(word.lemma));
}

/** How many words from `at` on are an instance of the class; 0 when none is. */
export function classLength(name: ClassName, words: readonly Word[], at: number): number {
  if (!isNumber(words[at])) return 0;
  if (name === 'number') return 1;
  const next = words[at + 1];
  if (name === 'duration') return isUnit(next) ? 2 : 0;
  return next?.text === 'percent' ? 2 : 0;
}
