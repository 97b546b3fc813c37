import { PassThrough } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { processIo } from '../../src/commands/process-io.ts';
import { run } from '../../src/commands/program.ts';
import { VERSION } from '../../src/library/version.ts';
import { createReviewer } from '../../src/review/reviewer.ts';
import type { Ended } from './run.ts';

const WORKER = new URL('../../dist/review-worker.js', import.meta.url);

/** Runs a command in this process, where its lines are counted, over streams and files that are real. */
export async function runHere(args: readonly string[], cwd: string, input = ''): Promise<Ended> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const printed = Promise.all([textOf(stdout), textOf(stderr)]);
  stdin.end(input);
  const code = await run(args, VERSION, processIo({ stdin, stdout, stderr, env: {}, cwd: () => cwd }), {
    serve: () => Promise.reject(new Error('not here')),
    reviewer: () => Promise.resolve(createReviewer(WORKER)),
    today: () => new Date().toISOString().slice(0, 10),
    deadline: () => () => false,
  });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { code, out, err };
}
