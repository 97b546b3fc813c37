import { resolve } from 'node:path';
import type { Reviewer, Source } from './review/reviewer.ts';
import { VERSION } from './library/version.ts';

/** The only file that knows the process: arguments, streams, signals and the exit code. */
const argv = process.argv.slice(2);

/** An assistant starts us on a pipe and waits, so that way in loads nothing of the command line. */
const isAttached = argv.length === 0 && !process.stdin.isTTY;

/** Exit code of a bug in Faultline, as `sysexits` has it. */
const BUG = 70;

void (isAttached ? serve({ roots: [], skills: [], builtin: true }) : runCommand()).then(end, explain);

interface Serving {
  readonly roots: readonly string[];
  readonly skills: readonly string[];
  readonly builtin: boolean;
}

async function serve({ roots, skills, builtin }: Serving): Promise<number> {
  const { serve: serveMcp } = await import('./serve.ts');
  return serveMcp({
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    host: process,
    version: VERSION,
    roots: [process.cwd(), ...roots.map((root) => resolve(root))],
    skills,
    builtin,
    review: lazyReview(),
    today,
    deadline,
  });
}

/** The reviewer is loaded and its worker started with the first design. */
function lazyReview() {
  let reviewer: Promise<Reviewer> | undefined;
  return async (source: Source) => {
    reviewer ??= createReviewer();
    const { review } = await reviewer;
    return review(source);
  };
}

async function createReviewer(): Promise<Reviewer> {
  const { createReviewer: create } = await import('./review/reviewer.ts');
  return create(new URL('./review-worker.js', import.meta.url));
}

/** Today's date (UTC), read here and handed on as an input: no result may depend on a clock that its reader cannot see. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A search that was told how long it may take asks this; what it has found by then may hang on the machine. */
function deadline(ms: number): () => boolean {
  const over = performance.now() + ms;
  return () => performance.now() >= over;
}

async function runCommand(): Promise<number> {
  const [{ run }, { processIo }] = await Promise.all([
    import('./commands/program.ts'),
    import('./commands/process-io.ts'),
  ]);
  const io = processIo(process);
  return run(argv, VERSION, io, { serve, reviewer: createReviewer, today, deadline });
}

/** Ends at once: what was written has been handed over, and a worker that is still busy must not hold us. */
function end(code: number): void {
  process.exit(code);
}

function explain(error: unknown): void {
  if (isClosedPipe(error)) return end(0);
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`faultline: a bug in Faultline, please report it: ${what}\n`, () => end(BUG));
}

/** The reader went away (`faultline ... | head`): nothing is wrong and nobody is left to tell. */
function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
