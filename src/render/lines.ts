/** Widest line of a report for a terminal, in characters. */
export const WIDTH = 100;

export const INDENT = '      ';

/** The words of a sentence in lines of at most {@link WIDTH}, each indented. */
export function wrap(sentence: string): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${INDENT}${word}`);
  }
  return lines;
}
