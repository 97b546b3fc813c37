import { createFenceReader } from '../library/fences.ts';
import { citeReader, type CitedPlace } from './cites.ts';
import { Design } from './design.ts';
import { explainIssues } from './explain-issue.ts';
import { merge, type Disagreement, type Merged, type Place } from './merge.ts';
import { ModelProblem } from './problem.ts';
import { danglingNames, type Dangling } from './references.ts';
import { readConfiguration } from './readers/configuration/index.ts';
import { readModelYaml, type Claim } from './readers/model-yaml.ts';
import { readProse } from './readers/prose.ts';
import type { SourceFile, Stated } from './readers/reader.ts';
import { ModelSchema, type Model } from './schema/index.ts';

export interface Loaded {
  readonly model: Model;
  readonly raw: Merged['raw'];
  readonly places: ReadonlyMap<string, Place>;
  readonly disagreements: readonly Disagreement[];
  readonly dangling: readonly Dangling[];
  /** Where a value stands in what was given; nothing where a model was given beside a design and does not say. */
  readonly placeOf: (path: string) => CitedPlace | undefined;
  /** The files that are prose, with or without a model in them. */
  readonly designs: readonly SourceFile[];
  /** Whether somebody wrote a model, in a file or in a block; else all of it was read from elsewhere. */
  readonly written: boolean;
}

/** Largest file, in UTF-16 units. */
const MAX_FILE = 1024 * 1024;

/**
 * Reads a model from files: models, designs with a block `yaml faultline`, and what prose shows.
 * What a model states wins over configuration, and that over prose; among equals the earlier file.
 * @throws ModelProblem in one line, where a file cannot be read or a value is not what belongs there
 */
export function loadModel(files: readonly SourceFile[]): Loaded {
  const read = files.map(readFile);
  const merged = merge([
    ...read.map((one) => one.model),
    ...read.map((one) => one.configuration),
    ...proseBeside(read),
  ]);
  const { data, error } = ModelSchema.safeParse(merged.raw);
  if (error !== undefined) throw new ModelProblem(explainIssues(error.issues, merged.raw, merged.places));
  const designs = files.filter((_, index) => read[index]?.isDesign === true);
  const models = files.filter((_, index) => read[index]?.isModel === true);
  return {
    model: data,
    ...merged,
    dangling: danglingNames(new Design(data)),
    placeOf: placing(merged.places, designs, models, files),
    designs,
    written: read.some(({ model }) => model.length > 0),
  };
}

/** Resolves every cite at once, so that a wrong one is refused whether or not a finding rests on it. */
function placing(
  places: Merged['places'],
  designs: readonly SourceFile[],
  models: readonly SourceFile[],
  files: readonly SourceFile[],
) {
  const reader = citeReader(designs, files);
  const isModelFile = new Set(models.map(({ name }) => name));
  const cited = new Map([...places].map(([path, place]) => [path, reader.placeOf(place)]));
  return (path: string): CitedPlace | undefined => {
    const place = places.get(path);
    if (place === undefined) return undefined;
    const own = { file: place.file, line: place.line };
    const apart = designs.length > 0 && isModelFile.has(place.file);
    return cited.get(path) ?? (apart ? undefined : own);
  };
}

interface Read {
  readonly model: readonly Claim[];
  readonly configuration: readonly Claim[];
  readonly prose: readonly Claim[];
  readonly isDesign: boolean;
  /** A model in a file of its own, whose lines are no place in a design. */
  readonly isModel: boolean;
}

function readFile(file: SourceFile): Read {
  const { name, text } = file;
  if (text.length > MAX_FILE) throw new ModelProblem(`${name}: it is larger than 1 MiB; give a smaller part of it`);
  const nothing = { model: [], configuration: [], prose: [], isDesign: false, isModel: false };
  const configuration = isYaml(name) ? readConfiguration(file) : undefined;
  if (configuration !== undefined) return { ...nothing, configuration: claimed(configuration, name) };
  if (isModel(file)) return { ...nothing, model: readModelYaml({ name, text, line: 1 }), isModel: true };
  const blocks = modelBlocks(text).map((block) => readModelYaml({ name, ...block }));
  return { ...nothing, model: blocks.flat(), prose: claimed(readProse(text), name), isDesign: true, isModel: false };
}

/** Handlers that prose shows have names of our making, so they give way to those of a model, which has names of its own. */
function proseBeside(read: readonly Read[]): Claim[][] {
  const isNamed = read.some(({ model }) => model.some(({ path }) => path[0] === 'handlers'));
  return read.map(({ prose }) => prose.filter(({ path }) => !isNamed || path[0] !== 'handlers'));
}

function claimed(stated: readonly Stated[], file: string): Claim[] {
  return stated.map((one) => ({ ...one, file }));
}

const MODEL_KEY =
  /^(?:name|services|stores|channels|messages|handlers|workflows|locks|invariants|signals|decisions|goals) *:/m;

function isYaml(name: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(name);
}

function isModel({ name, text }: SourceFile): boolean {
  if (isYaml(name)) return true;
  return !/^#{1,6} |^```/m.test(text) && MODEL_KEY.test(text) && !/\.(?:md|markdown|txt|rst)$/i.test(name);
}

/** The fenced blocks `yaml faultline` of a design, each with the 1-based line on which it begins. */
function modelBlocks(text: string): { text: string; line: number }[] {
  const fences = createFenceReader();
  const blocks: { text: string; line: number }[] = [];
  let current: { lines: string[]; line: number } | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const { at, info } = fences.next(line);
    if (at === 'open') current = /^ya?ml faultline$/.test(info) ? { lines: [], line: index + 2 } : undefined;
    else if (at === 'inside') current?.lines.push(line);
    else if (at === 'close' && current !== undefined) {
      blocks.push({ text: current.lines.join('\n'), line: current.line });
      current = undefined;
    }
  }
  return blocks;
}
