/** Most characters of one answer: about 7,500 tokens, under the 10,000 at which Claude Code warns. */
const PART_CHARACTERS = 32_000;

/**
 * Cuts a long text into parts at line ends; a longer line is cut where it stands.
 * @param number of the wanted part, from 1
 * @returns the part (`undefined` where there is none of that number) and how many there are
 */
export function part(text: string, number: number): { text: string | undefined; of: number } {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > PART_CHARACTERS) {
    const end = text.lastIndexOf('\n', start + PART_CHARACTERS);
    const cut = end > start ? end + 1 : start + PART_CHARACTERS;
    parts.push(text.slice(start, cut));
    start = cut;
  }
  parts.push(text.slice(start));
  return { text: parts[number - 1], of: parts.length };
}
