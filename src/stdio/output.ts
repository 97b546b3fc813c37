import type { Writable } from 'node:stream';

/** The one way to standard output: nothing else holds the real `write`. */
export interface Output {
  /** Resolves once the line has been handed over; rejects where nobody reads any more. */
  readonly write: (line: string) => Promise<void>;
  /** Bytes that wait for the client to read. */
  readonly pending: () => number;
  /** Resolves once everything written has been handed over, or nobody reads any more. */
  readonly flushed: () => Promise<void>;
  /** Calls back once, when the client has closed its end. */
  readonly onBroken: (listener: () => void) => void;
}

/**
 * Takes standard output for the protocol. From here on whatever else writes to it, the console included, goes to
 * standard error, and errors of either stream end nothing by themselves.
 */
export function takeOutput(stdout: Writable, stderr: Writable): Output {
  const write = stdout.write.bind(stdout);
  const listeners: (() => void)[] = [];
  let broken = false;
  stdout.once('error', () => {
    broken = true;
    stdout.on('error', () => undefined);
    for (const listener of listeners) listener();
  });
  stderr.on('error', () => undefined);
  redirect(stdout, stderr);
  // A write with a callback adds no listener; waiting for `drain` does, and 50,000 of those take half a minute.
  const send = (line: string) =>
    new Promise<void>((resolve, reject) => {
      if (broken || stdout.destroyed) return reject(new Error('the client has closed its end'));
      write(line, 'utf8', (error) => (error ? reject(error) : resolve()));
    });
  return {
    write: send,
    pending: () => stdout.writableLength,
    flushed: () => send('').catch(() => undefined),
    onBroken: (listener) => listeners.push(listener),
  };
}

function redirect(stdout: Writable, stderr: Writable): void {
  const elsewhere = stderr.write.bind(stderr);
  Object.defineProperty(stdout, 'write', { value: elsewhere, configurable: true, writable: true });
}
