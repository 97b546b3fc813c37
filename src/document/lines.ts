/** One line of a source: its offsets, without and with what ends it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** A source with its lines. */
export interface Lines {
  readonly source: string;
  readonly lines: readonly Line[];
}

/** A line without what ends it, by its 0-based number; empty past the end. */
export function lineText({ source, lines }: Lines, index: number): string {
  const { start = 0, end = 0 } = lines[index] ?? {};
  return source.slice(start, end);
}

/** Lines as an editor counts them: LF, CRLF and CR end one. A byte order mark belongs to no line. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index, next: index + end.length });
    start = index + end.length;
  }
  lines.push({ start, end: text.length, next: text.length });
  return lines;
}

/** 1-based number of the line that holds the offset. */
export function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The runs of lines without a blank one between, from line `from.line` to line `last` (0-based), with their offsets. */
export function paragraphsOf(
  from: Lines & { readonly line: number },
  last: number,
): { text: string; offset: number }[] {
  const paragraphs: { text: string; offset: number }[] = [];
  let first = from.line;
  for (let at = first; at <= last + 1; at += 1) {
    if (at <= last && lineText(from, at).trim() !== '') continue;
    const offset = from.lines[first]?.start ?? 0;
    if (at > first) paragraphs.push({ text: from.source.slice(offset, from.lines[at - 1]?.end), offset });
    first = at + 1;
  }
  return paragraphs;
}
