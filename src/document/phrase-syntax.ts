import { splitRun } from './split.ts';

/** One step of a phrase: a word, a word's beginning, a class of words, or up to four words of anything. */
export type Step =
  | { readonly kind: 'word' | 'prefix'; readonly text: string }
  | { readonly kind: 'class'; readonly text: ClassName }
  | { readonly kind: 'gap' };

export const CLASSES = ['number', 'duration', 'percent'] as const;
export type ClassName = (typeof CLASSES)[number];

/** Most ways one phrase may be read: its groups multiply. */
const MOST_READINGS = 5_000;

/**
 * Every way to read a phrase, each a list of steps: `(a|b) c` has two readings, `(a|) b` as well, and `(a|b)*` is `(a*|b*)`.
 * Groups may stand in groups. The language is described at `Phrase` in library/vocabulary.ts.
 * @throws Error saying what is wrong with the phrase.
 */
export function readPhrase(phrase: string): Step[][] {
  const readings = readWays(phrase);
  for (const reading of readings) checkReading(reading);
  return readings;
}

/** Each part of a phrase is read once, whatever number of readings it takes part in. */
function readWays(phrase: string): Step[][] {
  let readings: Step[][] = [[]];
  for (let rest = phrase; rest !== '';) {
    const part = nextPart(rest);
    if (readings.length * part.ways.length > MOST_READINGS)
      throw new Error(`it has more than ${MOST_READINGS} readings`);
    readings = readings.flatMap((reading) => part.ways.map((way) => [...reading, ...way]));
    rest = part.rest;
  }
  return readings;
}

/** The ways to read the phrase up to its first group or, where it starts with one, that group; and what follows. */
function nextPart(phrase: string): { ways: Step[][]; rest: string } {
  const open = phrase.indexOf('(');
  if (open !== 0) {
    const words = open < 0 ? phrase : phrase.slice(0, open);
    if (words.includes(')')) throw new Error('a group is not opened');
    return { ways: [readWords(words)], rest: phrase.slice(words.length) };
  }
  const { choices, end } = readGroup(phrase);
  const star = phrase[end] === '*' ? '*' : '';
  const ways = choices.flatMap((choice) => (choice.trim() === '' ? [[]] : readWays(choice + star)));
  return { ways, rest: phrase.slice(end + star.length) };
}

/** The choices of the group that starts the phrase, and where the text behind it begins. */
function readGroup(phrase: string): { choices: string[]; end: number } {
  const choices: string[] = [];
  let depth = 0;
  let from = 1;
  for (let at = 0; at < phrase.length; at += 1) {
    const character = phrase[at];
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth > 1 || (character !== '|' && depth > 0)) continue;
    choices.push(phrase.slice(from, at));
    from = at + 1;
    if (depth === 0) return { choices, end: from };
  }
  throw new Error('a group is not closed');
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
