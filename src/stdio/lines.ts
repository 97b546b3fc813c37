const NEWLINE = 0x0a;

/** A line of the input without its end, or the news that one was too long and is being passed over. */
export type Line = Buffer | 'too-long';

export interface LineReader {
  readonly push: (chunk: Buffer) => Line[];
  /** @returns what stands after the last newline, if anything */
  readonly end: () => Line | undefined;
}

/**
 * Cuts a stream of bytes into lines. Chunks are kept in a list and joined once a line, so that many small chunks cost
 * no more than a large one. A line over `most` bytes is reported once, when it passes the bound, and never kept.
 */
export function createLineReader(most: number): LineReader {
  let parts: Buffer[] = [];
  let length = 0;
  let skipping = false;

  const keep = (part: Buffer): Line | undefined => {
    if (skipping) return undefined;
    length += part.length;
    if (length > most) {
      parts = [];
      skipping = true;
      return 'too-long';
    }
    if (part.length > 0) parts.push(part);
    return undefined;
  };
  const finish = (): Buffer | undefined => {
    const line = skipping ? undefined : Buffer.concat(parts, length);
    parts = [];
    length = 0;
    skipping = false;
    return line;
  };

  return {
    push: (chunk) => {
      const lines: Line[] = [];
      const add = (line: Line | undefined) => line !== undefined && lines.push(line);
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        add(keep(chunk.subarray(start, end)));
        add(finish());
        start = end + 1;
      }
      add(keep(chunk.subarray(start)));
      return lines;
    },
    end: () => (length > 0 ? finish() : undefined),
  };
}
