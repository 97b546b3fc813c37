const MIB = 1024 * 1024;

/** Longest line that is read: a 1 MiB design whose every character is escaped as `\u00XX` takes 6 MiB. */
export const MAX_LINE = 8 * MIB;

/** Most requests that are worked on at once; further ones wait in the pipe. */
export const MAX_IN_FLIGHT = 64;

/** Most bytes that wait for a client that does not read, before reading from it stops. */
export const MAX_PENDING_OUTPUT = 8 * MIB;

/** Longest result, and longest text of an error: what comes back must not grow with what came in. */
export const MAX_RESULT = MIB;
export const MAX_ERROR_TEXT = 2048;

/** How long work in flight may take once the input has ended or a signal has come, in ms. */
export const SHUTDOWN_GRACE = 2000;
