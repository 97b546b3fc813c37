import { availableParallelism } from 'node:os';
import type { Reviewed } from '../render/format.ts';
import { ReviewProblem, type Reviewer, type Source } from '../review/reviewer.ts';
import type { Io } from './io.ts';
import { startProgress } from './progress.ts';

/** A worker may take 256 MB, so more cores than this are left alone. */
const MOST_WORKERS = 8;

/** A worker takes as long to start as to review about so much text, so a further one pays from there on. */
const CHARACTERS_PER_WORKER = 250_000;

/** The reports in the order of the sources, and for each design without one why. */
export interface Outcome {
  readonly reviews: readonly Reviewed[];
  readonly problems: readonly string[];
}

/** Reviews designs on all cores. One that cannot be read within the limits does not keep the others from their report. */
export async function reviewAll(
  sources: readonly Source[],
  reviewer: () => Promise<Reviewer>,
  io: Io,
): Promise<Outcome> {
  const workers = await Promise.all(Array.from({ length: workersFor(sources) }, reviewer));
  const progress = startProgress(sources.length, io);
  const results: (Reviewed | string)[] = [];
  const waiting = sources.entries();
  try {
    await Promise.all(
      workers.map(async ({ review }) => {
        for (const [index, source] of waiting) {
          results[index] = await reviewOne(source, review);
          progress.step();
        }
      }),
    );
  } finally {
    progress.end();
    await Promise.all(workers.map(({ close }) => close()));
  }
  return {
    reviews: results.filter((result) => typeof result !== 'string'),
    problems: results.filter((result) => typeof result === 'string'),
  };
}

function workersFor(sources: readonly Source[]): number {
  const characters = sources.reduce((sum, { text }) => sum + text.length, 0);
  const worthwhile = 1 + Math.floor(characters / CHARACTERS_PER_WORKER);
  return Math.min(worthwhile, sources.length, availableParallelism(), MOST_WORKERS);
}

async function reviewOne(source: Source, review: Reviewer['review']): Promise<Reviewed | string> {
  try {
    const { files, text } = source;
    const report = await review(source);
    return {
      report: files === undefined ? report : { ...report, design: { ...report.design, files: [...files] } },
      text,
    };
  } catch (error) {
    if (error instanceof ReviewProblem) return error.message;
    throw error;
  }
}
