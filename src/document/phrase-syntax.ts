import { splitRun } from './split.ts';

/** One step of a phrase: a word, a word's beginning, a class of words, or up to four words of anything. */
export type Step =
  | { readonly kind: 'word' | 'prefix'; readonly text: string }
  | { readonly kind: 'class'; readonly text: ClassName }
  | { readonly kind: 'gap' };

export const CLASSES = ['number', 'duration', 'percent'] as const;
export type ClassName = (typeof CLASSES)[number];

/** Most groups in one phrase: their readings multiply. */
const MOST_GROUPS = 5;

/** Most ways one phrase may be read. */
const MOST_READINGS = 5_000;

/**
 * Every way to read a phrase, each a list of steps: `(a|b) c` has two readings, `(a|) b` as well, and `(a|b)*` is `(a*|b*)`.
 * Groups may stand in groups. The language is described at `Phrase` in library/vocabulary.ts.
 * @throws Error saying what is wrong with the phrase.
 */
export function readPhrase(phrase: string): Step[][] {
  if (phrase.split('(').length - 1 > MOST_GROUPS) throw new Error(`it has more than ${MOST_GROUPS} groups`);
  const readings = choices(phrase).map(readWords);
  if (readings.length > MOST_READINGS)
    throw new Error(`it has ${readings.length} readings, more than ${MOST_READINGS}`);
  for (const reading of readings) checkReading(reading);
  return readings;
}

const INNERMOST = /\(([^()]*)\)(\*?)/;

/** The phrase without groups, once for each choice, the innermost group first. */
function choices(phrase: string): string[] {
  const group = INNERMOST.exec(phrase);
  if (!group) {
    if (/[()]/.test(phrase)) throw new Error('a group is not closed');
    return [phrase];
  }
  const [all, inside = '', star = ''] = group;
  const before = phrase.slice(0, group.index);
  const after = phrase.slice(group.index + all.length);
  return inside.split('|').flatMap((choice) => choices(`${before} ${choice === '' ? '' : choice + star} ${after}`));
}

function checkReading(reading: readonly Step[]): void {
  if (reading.length === 0) throw new Error('it can be empty');
  if (reading[0]?.kind === 'gap' || reading.at(-1)?.kind === 'gap') throw new Error('".." stands at an end');
}

function readWords(text: string): Step[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap(readWord);
}

function readWord(word: string): Step[] {
  if (word === '..') return [{ kind: 'gap' }];
  const name = /^<(\w+)>$/.exec(word)?.[1];
  if (name !== undefined) return [{ kind: 'class', text: className(name) }];
  const open = word.endsWith('*');
  const body = open ? word.slice(0, -1) : word;
  if (/[*|<>()]/.test(body)) throw new Error(`"${word}" is not a word`);
  const texts = (body.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []).flatMap(splitRun);
  if (texts.length === 0) throw new Error(`"${word}" is not a word`);
  return texts.map((text, index) => ({ kind: open && index === texts.length - 1 ? 'prefix' : 'word', text }));
}

function className(name: string): ClassName {
  const known = CLASSES.find((one) => one === name);
  if (known === undefined) throw new Error(`no class <${name}>. Known: ${CLASSES.map((one) => `<${one}>`).join(' ')}`);
  return known;
}
