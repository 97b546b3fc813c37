import type { Line } from './lines.ts';

/** Where a tree of blocks stands in the source. */
export interface Place {
  readonly source: string;
  readonly lines: readonly Line[];
  /** Offset and 0-based line at which the parsed piece starts. */
  readonly offset: number;
  readonly line: number;
  readonly section: number;
}

/** A line of the source, by its 0-based number. */
export function lineText({ source, lines }: Place, index: number): string {
  const { start = 0, end = 0 } = lines[index] ?? {};
  return source.slice(start, end);
}
