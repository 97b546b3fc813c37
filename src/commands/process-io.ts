import type { Readable, Writable } from 'node:stream';
import { createColors } from 'picocolors';
import type { Io } from './io.ts';

/** The parts of a process that a command uses. */
export interface Process {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
}

/** Colour only on a terminal, and not where NO_COLOR asks for none (no-color.org). */
export function processIo({ stdin, stdout, stderr, env, cwd }: Process): Io {
  // What goes wrong is told to whoever writes; a stream nobody listens to would end the process.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  const colours = stdout.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  return {
    out: (text) => write(stdout, text),
    err: (line) => write(stderr, `faultline: ${line}\n`),
    stdin: (cap) => read(stdin, cap),
    progress: (line) => void (stderr.isTTY === true && stderr.write(`\r\u001B[K${line}`)),
    paint: createColors(colours),
    cwd: cwd(),
  };
}

function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

async function read(stream: Readable, cap: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let total = 0;
  for await (const part of stream.iterator()) {
    if (!Buffer.isBuffer(part)) continue;
    parts.push(part);
    total += part.length;
    if (total > cap) break;
  }
  return Buffer.concat(parts);
}
