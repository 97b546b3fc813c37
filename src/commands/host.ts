import type { Reviewer } from '../review/reviewer.ts';
import type { Clock } from './explore.ts';
import type { Io } from './io.ts';

export interface LibraryOptions {
  readonly skills: readonly string[];
  readonly builtin: boolean;
}

export interface ServeOptions extends LibraryOptions {
  readonly roots: readonly string[];
}

/** What a command needs that only the process can give. */
export interface Host {
  readonly serve: (options: ServeOptions) => Promise<number>;
  readonly reviewer: () => Promise<Reviewer>;
  /** The date that waivers expire by, ISO, where nobody names another: the only thing a review is told of the clock. */
  readonly today: () => string;
  /** Starts a clock; what it returns says whether so many milliseconds are over. */
  readonly deadline: Clock;
}

/** What each command is added with. */
export interface Context {
  readonly io: Io;
  readonly host: Host;
  readonly done: (code: number) => void;
}
