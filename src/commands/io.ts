import type { Paint } from '../render/paint.ts';

/** What a command may do to the outside; `cli.ts` makes it from the process, tests from strings. */
export interface Io {
  /** Results. Settles when they have been handed over. */
  readonly out: (text: string) => Promise<void>;
  /** Everything else, one line each, without the line's end. */
  readonly err: (line: string) => Promise<void>;
  /** Standard input, at most `cap + 1` bytes of it. */
  readonly stdin: (cap: number) => Promise<Uint8Array>;
  /** Shows a line on the terminal in place of the one before; an empty one wipes it. Does nothing where there is no terminal. */
  readonly progress: (line: string) => void;
  /** Colours of standard output. */
  readonly paint: Paint;
  readonly cwd: string;
}

/** Exit codes of the command line contract. */
export const EXIT = { done: 0, gate: 1, usage: 2 } as const;
