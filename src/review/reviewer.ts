import { Worker } from 'node:worker_threads';
import type { Given } from './given.ts';
import { DEADLINE_MS, WORKER_HEAP_MB } from './limits.ts';
import type { Report } from './report.ts';

/** A design as it came in: the name it is called by in the report, its text, and what came with it. */
export interface Source {
  readonly name: string;
  readonly text: string;
  /** Where the text was put together from several files: each with the 1-based line on which it begins. */
  readonly files?: readonly { readonly name: string; readonly line: number }[];
  readonly given?: Given;
}

/** A text that cannot be analysed within the limits, or settings that do not fit; the message says what to do. */
export class ReviewProblem extends Error {}

/** What the worker answers: a report, or why there is none: a `refused` input is the caller's to mend, a `problem` is ours. */
export type Answer = { readonly report: Report } | { readonly refused: string } | { readonly problem: string };

export interface Reviewer {
  /** @throws ReviewProblem */
  readonly review: (source: Source) => Promise<Report>;
  /** Ends the worker. */
  readonly close: () => Promise<void>;
}

/**
 * Reviews in a worker thread, one design at a time, so that no text can block or exhaust the process that answers.
 * The worker starts with the first review and is replaced after a design that broke a limit.
 */
export function createReviewer(script: URL, deadline = DEADLINE_MS): Reviewer {
  let worker: Worker | undefined;
  let loaded = false;
  let last: Promise<unknown> = Promise.resolve();
  const current = () => (worker ??= start(script));
  const stop = async () => {
    const ending = worker;
    worker = undefined;
    loaded = false;
    await ending?.terminate();
  };
  const review = async (source: Source): Promise<Report> => {
    // The first design waits for the pages and the language model too, several of them where several workers start.
    const answer = await ask(current(), source, loaded ? deadline : 2 * deadline).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    loaded = true;
    if ('refused' in answer) throw new ReviewProblem(answer.refused);
    if ('problem' in answer) throw new Error(answer.problem);
    return answer.report;
  };
  return {
    review: (source) => {
      const next = last.then(() => review(source));
      last = next.catch(() => undefined);
      return next;
    },
    close: stop,
  };
}

function start(script: URL): Worker {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB }, stdout: true });
  worker.unref();
  return worker;
}

/** One question, one answer; a worker that dies or is late rejects. */
function ask(worker: Worker, source: Source, deadline: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) =>
      finish(() => reject(new ReviewProblem(`${source.name}: ${reason}. Submit the design in smaller parts.`)));
    const timer = setTimeout(() => fail(`not read within ${deadline / 1000} s`), deadline);
    const onMessage = (answer: Answer) => finish(() => resolve(answer));
    const onError = (error: Error) => fail(`could not be read (${error.message})`);
    const onExit = () => fail('could not be read');
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      settle();
    };
    worker.ref();
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(source);
  });
}
