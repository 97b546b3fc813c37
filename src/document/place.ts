import type { Lines } from './lines.ts';

/** Where a tree of blocks stands in the source. */
export interface Place extends Lines {
  /** Offset and 0-based line at which the parsed piece starts. */
  readonly offset: number;
  readonly line: number;
  readonly section: number;
}
