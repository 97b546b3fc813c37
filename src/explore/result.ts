import { pathOf } from '../model/check.ts';
import { loadModel, type Loaded } from '../model/load.ts';
import { valueAt } from '../model/path.ts';
import type { SourceFile } from '../model/readers/reader.ts';
import { changesOf, type Changes } from './changes.ts';
import { explorations, type Exploration, type ExploreOptions, type Progress } from './explore.ts';
import { mermaidOf } from './mermaid.ts';
import { testOf } from './test-skeleton.ts';
import type { Trace, TraceStep } from './trace.ts';
import type { Verdict } from './verdict.ts';

/** A fact of the model, what it says, and where; without a place where the model does not say where it comes from. */
export interface FactNote {
  readonly path: string;
  readonly value?: unknown;
  readonly file?: string;
  readonly line?: number;
}

export interface PlacedStep extends Omit<TraceStep, 'facts'> {
  readonly facts: readonly FactNote[];
}

export interface PlacedTrace extends Omit<Trace, 'steps' | 'stated'> {
  readonly steps: readonly PlacedStep[];
  readonly stated: readonly FactNote[];
  /** A `sequenceDiagram` of it. */
  readonly mermaid: string;
  /** What a team can automate: Given, When, Then. */
  readonly test: string;
}

export interface PlacedVerdict extends Omit<Verdict, 'traces'> {
  readonly traces: readonly PlacedTrace[];
  /** Name of the property's page. */
  readonly page: string;
}

/** The answer of `explore_failures` and of `faultline explore --format json`. */
export interface ExploreResult extends Omit<Exploration, 'verdicts' | 'parked'> {
  readonly faultline: string;
  readonly files: readonly string[];
  readonly verdicts: readonly PlacedVerdict[];
  readonly parked: readonly { readonly part: string; readonly title: string; readonly trace: PlacedTrace }[];
  /** What `holds` does not say. */
  readonly limits: readonly string[];
  /** Whether somebody wrote a model; else it was read from tables, lists and diagrams. */
  readonly written: boolean;
  /** What has changed since an earlier model. */
  readonly changes?: Changes;
}

/** What every exploration leaves out, in words. */
const LIMITS = [
  'each handler and each workflow is explored by itself, with one piece of work; what two of them do to one record is explored where the model names the field',
  'tries that a few faults cannot use up count as unlimited',
  'what the model does not list is not explored',
];

/**
 * Reads files as one model and explores its failures, telling before each part how far it is.
 * @param earlier files of an earlier model, to tell what a change has repaired
 * @throws ModelProblem in one line
 */
export function* exploringFiles(
  files: readonly SourceFile[],
  version: string,
  options: ExploreOptions,
  earlier: readonly SourceFile[] = [],
): Generator<Progress, ExploreResult> {
  const loaded = loadModel(files);
  const exploration = yield* explorations(loaded.model, options);
  const before = earlier.length === 0 ? undefined : yield* explorations(loadModel(earlier).model, options);
  const { verdicts, parked, ...rest } = exploration;
  return {
    faultline: version,
    files: files.map(({ name }) => name),
    ...rest,
    verdicts: verdicts.map((verdict) => ({
      ...verdict,
      traces: verdict.traces.map((trace) => placed(trace, verdict, loaded)),
      page: `properties/${verdict.property}`,
    })),
    parked: parked.map((one) => ({ ...one, trace: placed(one.trace, { ...one, property: undefined }, loaded) })),
    limits: LIMITS,
    written: loaded.written,
    ...(before === undefined ? {} : { changes: changesOf(before, exploration) }),
  };
}

function placed(
  { steps, stated, ...trace }: Trace,
  about: { readonly title: string; readonly property: Verdict['property'] | undefined },
  loaded: Loaded,
): PlacedTrace {
  const note = (path: string) => noteOf(path, loaded);
  return {
    ...trace,
    steps: steps.map(({ facts, ...step }) => ({ ...step, facts: facts.map(note) })),
    stated: stated.map(note),
    mermaid: mermaidOf({ steps, say: trace.say }),
    test: testOf({ steps }, about),
  };
}

function noteOf(path: string, { model, raw, placeOf }: Loaded): FactNote {
  const value = valueAt(raw, pathOf(path, model));
  return { path, ...(value === undefined ? {} : { value }), ...placeOf(path) };
}
