import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Readable, Writable } from 'node:stream';
import * as z from 'zod';
import type { Library } from './library/load.ts';
import type { Report } from './review/report.ts';
import type { Source } from './review/reviewer.ts';
import { createServer } from './server.ts';
import { SHUTDOWN_GRACE } from './stdio/limits.ts';
import { takeOutput, type Output } from './stdio/output.ts';
import { StdioTransport } from './stdio/transport.ts';

interface Host {
  readonly on: (event: string, listener: (value: unknown) => void) => unknown;
}

/** What the process gives to a server that speaks over its standard streams. */
export interface ServeOptions {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Where signals and uncaught errors are heard of: the process, or an emitter in a test. */
  readonly host: Host;
  readonly version: string;
  /** Folders that designs may be read from, absolute; the working directory first. */
  readonly roots: readonly string[];
  /** Folders of skills to serve beside ours. */
  readonly skills: readonly string[];
  /** Whether ours are served. */
  readonly builtin: boolean;
  readonly review: (source: Source) => Promise<Report>;
  /** The date that waivers expire by, ISO. */
  readonly today: () => string;
  /** Starts a clock; what it returns says whether so many milliseconds are over. */
  readonly deadline: (ms: number) => () => boolean;
}

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/**
 * Serves MCP until the input ends, the client closes its end, or a signal comes.
 * Requests in flight get {@link SHUTDOWN_GRACE} to be answered; a second signal ends the wait.
 * @returns the exit code: 0, or 70 after an uncaught error. Everything that was written has been handed over by then, so
 * the caller can end the process at once, and should: a stuck review must not keep it alive.
 */
export async function serve(options: ServeOptions): Promise<number> {
  // zod compiles validators with `new Function` unless told not to: 10 ms at start, and refused where code may not be made.
  z.config({ jitless: true });
  const log = (line: string) => void options.stderr.write(`faultline: ${line}\n`);
  const output = takeOutput(options.stdout, options.stderr);
  const transport = new StdioTransport(options.stdin, output);
  const library = lazyLibrary(options, log);
  const ownSkills = options.skills.length > 0;
  const handle = serveStdio(() => createServer({ ...options, library, log, ownSkills }), {
    transport,
    onerror: (error) => log(error.message.slice(0, LOGGED)),
    maxSubscriptions: SUBSCRIPTIONS,
  });
  // Whoever gave folders wants to hear at once which of them are broken; ours are read with the first call.
  if (ownSkills) setImmediate(() => void library());
  const code = await ending(options.host, transport, output, log);
  await handle.close();
  await within(SHUTDOWN_GRACE, output.flushed());
  return code;
}

/** Most characters of an error of the SDK's that are logged: it may repeat what a client sent. */
const LOGGED = 500;

/** Nothing we list ever changes, so a client has use for one subscription at most. */
const SUBSCRIPTIONS = 16;

/** Resolves with the exit code once there is a reason to end and the work in flight is done or given up. */
function ending(host: Host, transport: StdioTransport, output: Output, log: (line: string) => void): Promise<number> {
  return new Promise((resolve) => {
    let signals = 0;
    for (const signal of SIGNALS) host.on(signal, () => (++signals > 1 ? resolve(0) : transport.stopReading()));
    host.on('unhandledRejection', (reason) => log(`unhandled rejection: ${describe(reason)}`));
    host.on('uncaughtException', (error) => {
      log(`uncaught error: ${describe(error)}`);
      void transport.failInFlight('Faultline failed and is ending.').finally(() => resolve(70));
    });
    output.onBroken(() => resolve(0));
    void transport.ended().then(() => within(SHUTDOWN_GRACE, transport.finished()).then(() => resolve(0)));
  });
}

/** The pages, read with the first call; what could not be read is named on standard error, once. */
function lazyLibrary(options: ServeOptions, log: (line: string) => void): () => Promise<Library> {
  const load = async () => {
    const { loadLibrary } = await import('./library/load.ts');
    const library = await loadLibrary({ skills: options.skills, builtin: options.builtin });
    for (const { path, message } of library.problems) log(`${path} is skipped: ${message}`);
    return library;
  };
  let loaded: Promise<Library> | undefined;
  return () => (loaded ??= load());
}

/** Waits for work at most `ms`. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}

function describe(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}
