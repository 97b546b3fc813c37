/** A text in one line of at most `most` characters: white space is folded, and three dots stand for what is cut. */
export function oneLine(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > most ? `${flat.slice(0, most - 3)}...` : flat;
}
