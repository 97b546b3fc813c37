import type { Paint } from '../render/paint.ts';

/** What a command may do to the outside; `cli.ts` makes it from the process, tests from strings. */
export interface Io {
  /** Results. */
  readonly out: (text: string) => Promise<void>;
  /** Everything else, one line each. */
  readonly err: (line: string) => void;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Colours of standard output. */
  readonly paint: Paint;
  readonly cwd: string;
}

/** Exit codes of the command line contract. */
export const EXIT = { done: 0, gate: 1, usage: 2, bug: 70 } as const;
