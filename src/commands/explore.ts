import type { ExploreOptions, Progress } from '../explore/explore.ts';
import type { ExploreResult } from '../explore/result.ts';
import type { SourceFile } from '../model/readers/reader.ts';
import { EXIT, type Io } from './io.ts';
import { readSources } from './sources.ts';

export const EXPLORE_FORMATS = ['text', 'json', 'mermaid', 'html', 'promela'] as const;

/** `new` is what an earlier model did not have. */
export const EXPLORE_GATES = ['violated', 'possible', 'new'] as const;

export interface ExploreCommand {
  readonly format: (typeof EXPLORE_FORMATS)[number];
  readonly failOn: (typeof EXPLORE_GATES)[number] | undefined;
  readonly baseline: readonly string[];
  readonly options: Omit<ExploreOptions, 'clock'>;
  readonly seconds: number;
  readonly version: string;
}

/** Starts a clock; what it returns says whether the time is over. */
export type Clock = (ms: number) => () => boolean;

/** Reads files as one model, explores its failures, and prints what was found. */
export async function exploreCommand(
  files: readonly string[],
  command: ExploreCommand,
  clock: Clock,
  io: Io,
): Promise<number> {
  const { format, failOn, baseline, options, seconds, version } = command;
  if (failOn === 'new' && baseline.length === 0) {
    await io.err('--fail-on new needs --baseline, the files of the earlier model');
    return EXIT.usage;
  }
  const sources = await modelSources(files, io);
  const earlier = await modelSources(baseline, io);
  if (format === 'promela') return printPromela(sources, options, io);
  const { exploringFiles } = await import('../explore/result.ts');
  const shown = new Shown(clock, io);
  const work = exploringFiles(
    sources,
    version,
    { ...options, clock: (properties) => shown.clock(properties * seconds * 1000) },
    earlier,
  );
  let step = work.next();
  for (; step.done !== true; step = work.next()) shown.at(step.value);
  shown.end();
  const result = step.value;
  const unknown = unknownPart(result.parts, options);
  if (unknown !== undefined) {
    await io.err(unknown);
    return EXIT.usage;
  }
  await io.out(await printed(result, format, io));
  return gate(result, failOn, io);
}

async function modelSources(files: readonly string[], io: Io): Promise<SourceFile[]> {
  if (files.length === 0) return [];
  const { sources } = await readSources(files, io);
  return sources.map(({ name, text }) => ({ name, text }));
}

async function printed(result: ExploreResult, format: ExploreCommand['format'], io: Io): Promise<string> {
  if (format === 'json') return `${JSON.stringify(result, undefined, 2)}\n`;
  if (format === 'html') return (await import('../render/explore-html.ts')).exploreHtml(result);
  if (format === 'mermaid') {
    const trace = result.verdicts.flatMap(({ traces }) => traces)[0];
    if (trace === undefined) await io.err('nothing is violated, so there is no trace to draw');
    return trace === undefined ? '' : `${trace.mermaid}\n`;
  }
  const { exploreText } = await import('../render/explore-text.ts');
  return exploreText(result, io.paint);
}

function unknownPart(parts: number, { workflow, part }: ExploreCommand['options']): string | undefined {
  if (parts > 0 || (workflow === undefined && part === undefined)) return undefined;
  return workflow === undefined
    ? `no part begins with ${part ?? ''}; faultline explore without --part lists them`
    : `no workflow is called ${workflow} and has steps; leave --workflow out to explore all`;
}

async function printPromela(
  sources: readonly SourceFile[],
  options: ExploreCommand['options'],
  io: Io,
): Promise<number> {
  const [{ loadModel }, { promelaOf }] = await Promise.all([
    import('../model/load.ts'),
    import('../explore/promela-of.ts'),
  ]);
  const text = promelaOf(loadModel(sources).model, options);
  if (text === undefined) {
    await io.err(unknownPart(0, options) ?? 'nothing in it can be explored');
    return EXIT.usage;
  }
  await io.out(text);
  return EXIT.done;
}

async function gate({ verdicts, changes }: ExploreResult, failOn: ExploreCommand['failOn'], io: Io): Promise<number> {
  if (failOn === undefined) return EXIT.done;
  const bad = failOn === 'possible' ? ['violated', 'possible'] : ['violated'];
  const count =
    failOn === 'new' ? (changes?.made.length ?? 0) : verdicts.filter(({ verdict }) => bad.includes(verdict)).length;
  if (count === 0) return EXIT.done;
  await io.err(`the design fails the gate: ${count} ${failOn === 'possible' ? 'violated or possible' : failOn}`);
  return EXIT.gate;
}

/** States between two looks at the clock; see the search. */
const LOOK = 1024;
/** Work that is done within this time needs no progress line. */
const PATIENCE_MS = 1000;

/** One line of a terminal: the part that is explored and how many states a second it goes through. */
class Shown {
  readonly #clock: Clock;
  readonly #io: Io;
  readonly #quiet: () => boolean;
  #last: () => boolean;
  #line = '';
  #looks = 0;

  constructor(clock: Clock, io: Io) {
    this.#clock = clock;
    this.#io = io;
    this.#quiet = clock(PATIENCE_MS);
    this.#last = clock(PATIENCE_MS);
  }

  at({ done, all, title }: Progress): void {
    this.#line = `${done + 1} of ${all}: ${title}`;
  }

  clock(ms: number): () => boolean {
    const isOver = this.#clock(ms);
    return () => {
      this.#looks += 1;
      if (this.#quiet() && this.#last()) {
        this.#io.progress(`${this.#line}, ${Math.round((this.#looks * LOOK) / 1000)} thousand states a second`);
        this.#looks = 0;
        this.#last = this.#clock(PATIENCE_MS);
      }
      return isOver();
    };
  }

  end(): void {
    if (this.#quiet()) this.#io.progress('');
  }
}
