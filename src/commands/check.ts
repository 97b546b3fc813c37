import { dirname, isAbsolute, join } from 'node:path';
import type { Outcome } from '../check/gates.ts';
import type { Cache } from '../check/cache.ts';
import type { Structure } from '../check/structure.ts';
import type { Checked, Unit } from '../check/unit.ts';
import type { Settings } from '../config/settings.ts';
import { FileProblem } from '../files/read.ts';
import type { CheckFormat } from '../render/check/formats.ts';
import { ReviewProblem, type Reviewer } from '../review/reviewer.ts';
import { EXIT, type Io } from './io.ts';
import { reviewAll } from './review-all.ts';

export interface CheckOptions {
  readonly words: readonly string[];
  readonly format: CheckFormat;
  /** Names of gates; none where nobody named one. */
  readonly failOn: readonly string[];
  readonly config?: string;
  /** A file, or `false` for none; left out, the one that `.faultline.yaml` names. */
  readonly cache?: string | boolean;
  readonly version: string;
  /** ISO date. */
  readonly today: string;
}

/** Runs everything there is over a repository's designs: one summary, one exit code. */
export async function checkCommand(options: CheckOptions, reviewer: () => Promise<Reviewer>, io: Io): Promise<number> {
  const { version, format } = options;
  const [{ loadSettings }, { findUnits }, gates, { staleOf }, { renderCheck }] = await Promise.all([
    import('../config/load.ts'),
    import('../check/units.ts'),
    import('../check/gates.ts'),
    import('../check/stale.ts'),
    import('../render/check/formats.ts'),
  ]);
  const settings = await loadSettings(io.cwd, options.config);
  const asked = options.failOn.length > 0 ? options.failOn : (settings?.['fail-on'] ?? gates.DEFAULT_GATES);
  const failing = asked.map(readGate(gates.parseCheckGate));
  const { units, written } = await findUnits(wordsOf(options, settings), io.cwd, options.words.length === 0);
  const { designs, problems } = await checkedAll(units, options, settings, { reviewer, io });
  const outcome: Outcome = {
    designs,
    stale: await staleOf(written, io.cwd, settings, version),
    waivers: gates.uselessWaivers(designs),
  };
  const reasons = [...new Set(failing.flatMap((gate) => gate(outcome)))];
  const texts = new Map(units.map(({ name, text }) => [name, text]));
  const reviews = designs.map(({ name, report }) => ({ report, text: texts.get(name) ?? '' }));
  const context = {
    paint: io.paint,
    several: true,
    rules: async () => (await import('../render/rules.ts')).loadRules(),
  };
  await io.out(await renderCheck({ outcome, reviews, reasons, version }, format, context));
  for (const line of [...problems, ...reasons]) await io.err(line);
  if (problems.length > 0) return EXIT.usage;
  return reasons.length > 0 ? EXIT.gate : EXIT.done;
}

function readGate<Gate>(parse: (value: string) => Gate): (value: string) => Gate {
  return (value) => {
    try {
      return parse(value);
    } catch (error) {
      throw new ReviewProblem(error instanceof Error ? error.message : String(error));
    }
  };
}

function wordsOf({ words }: CheckOptions, settings: Settings | undefined): readonly string[] {
  if (words.length > 0) return words;
  const designs = settings?.designs ?? [];
  if (designs.length > 0) return designs;
  throw new FileProblem('no design is named: give files or patterns, or let `faultline init` find the designs.');
}

interface Tools {
  readonly reviewer: () => Promise<Reviewer>;
  readonly io: Io;
}

/** What is kept from an earlier run is taken as it is; the rest is worked out and kept. */
async function checkedAll(
  units: readonly Unit[],
  options: CheckOptions,
  settings: Settings | undefined,
  tools: Tools,
): Promise<{ designs: readonly Checked[]; problems: readonly string[] }> {
  const { groundOf } = await import('../check/cache.ts');
  const ground = { version: options.version, settings, today: options.today };
  const cache = await cacheOf(options, settings, tools.io);
  const known = new Map<string, Checked>();
  const hashes = new Map(units.map((unit) => [unit.name, groundOf(unit, ground)]));
  for (const unit of units) {
    const before = cache?.get(unit, hashes.get(unit.name) ?? '');
    if (before !== undefined) known.set(unit.name, before);
  }
  const fresh = units.filter(({ name }) => !known.has(name));
  const { done, problems } = await checkFresh(fresh, options, settings, tools);
  for (const unit of fresh) {
    const checked = done.get(unit.name);
    if (checked === undefined) continue;
    known.set(unit.name, checked);
    cache?.put(unit, hashes.get(unit.name) ?? '', checked);
  }
  if (options.words.length === 0) cache?.keepOnly(new Set(units.map(({ name }) => name)));
  await cache?.save();
  return { designs: units.flatMap(({ name }) => known.get(name) ?? []), problems };
}

async function cacheOf(
  { cache }: CheckOptions,
  settings: Settings | undefined,
  { cwd }: Io,
): Promise<Cache | undefined> {
  const { Cache: Opened } = await import('../check/cache.ts');
  // What a person names may lie anywhere; what a file of the repository names must stay in it.
  if (typeof cache === 'string')
    return Opened.open(cache, [cwd, dirname(isAbsolute(cache) ? cache : join(cwd, cache))]);
  return cache === false || settings?.cache === undefined ? undefined : Opened.open(settings.cache, [cwd]);
}

/** Reviews run on the other cores while models are held against rules and failures on this one. */
async function checkFresh(
  units: readonly Unit[],
  { today }: CheckOptions,
  settings: Settings | undefined,
  { reviewer, io }: Tools,
): Promise<{ done: ReadonlyMap<string, Checked>; problems: readonly string[] }> {
  if (units.length === 0) return { done: new Map(), problems: [] };
  const sources = units.map(({ name, text }) => ({ name, text, given: { today, settings } }));
  const [{ reviews, problems }, structures] = await Promise.all([
    reviewAll(sources, reviewer, io),
    structuresOf(units),
  ]);
  const done = new Map<string, Checked>();
  for (const { report } of reviews) {
    const structure = structures.found.get(report.design.name);
    if (structure !== undefined) done.set(report.design.name, { name: report.design.name, report, ...structure });
  }
  return { done, problems: [...problems, ...structures.problems] };
}

async function structuresOf(units: readonly Unit[]) {
  const [{ structureOf }, { ModelProblem }] = await Promise.all([
    import('../check/structure.ts'),
    import('../model/problem.ts'),
  ]);
  const found = new Map<string, Structure>();
  const problems: string[] = [];
  for (const unit of units) {
    try {
      found.set(unit.name, await structureOf(unit));
    } catch (error) {
      if (!(error instanceof ModelProblem)) throw error;
      problems.push(error.message);
    }
    // Lets the reviews' workers be given their next design.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { found, problems };
}
