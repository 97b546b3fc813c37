import { checkModel, type Checked, type Finding, type Question } from './check.ts';
import type { CitedPlace } from './cites.ts';
import type { Claim } from './readers/model-yaml.ts';
import { loadModel, type Loaded } from './load.ts';
import type { SourceFile } from './readers/reader.ts';
import { modelYaml, tidyYaml } from './write.ts';

/** A stated fact behind a finding; without a place where the model does not say where it comes from. */
export interface FactPlace {
  readonly path: string;
  readonly file?: string;
  readonly line?: number;
}

export interface PlacedFinding extends Omit<Finding, 'rests'> {
  readonly facts: readonly FactPlace[];
  /** Whether a fact behind it has no place in what was given. */
  readonly uncited: boolean;
}

export interface DisagreementNote {
  readonly path: string;
  readonly kept: { readonly value: unknown } & CitedPlace;
  readonly other: { readonly value: unknown } & CitedPlace;
}

/** The answer of `check_model` and of `faultline model --format json`. */
export interface ModelResult {
  readonly faultline: string;
  readonly files: readonly string[];
  readonly findings: readonly PlacedFinding[];
  readonly questions: readonly Question[];
  readonly satisfied: number;
  readonly unknown: number;
  readonly disagreements: readonly DisagreementNote[];
  /** Names that are used and stand nowhere. */
  readonly dangling: readonly { readonly path: string; readonly message: string }[];
  /** Number of facts without a place, where a model was given beside a design. */
  readonly uncited: number;
  /** Whether somebody wrote a model; else `yaml` is a draft of what could be read. */
  readonly written: boolean;
  /** The model, each line with the place that it stands on. */
  readonly yaml: string;
}

/**
 * Reads files as one model and holds every rule against it.
 * @throws ModelProblem in one line
 */
export async function checkFiles(files: readonly SourceFile[], version: string): Promise<ModelResult> {
  const loaded = loadModel(files);
  const checked = await checkModel(loaded.model);
  return {
    faultline: version,
    files: files.map(({ name }) => name),
    ...placed(checked, loaded),
    disagreements: loaded.disagreements.map(({ path, kept, other }) => ({
      path,
      kept: noted(kept),
      other: noted(other),
    })),
    dangling: loaded.dangling.map(({ path, message }) => ({ path, message })),
    uncited: uncitedOf(loaded).length,
    written: loaded.written,
    // Formatting a large model takes longer than checking it, and most readers ask for the findings alone.
    get yaml() {
      return echo(files, loaded);
    },
  };
}

function echo(files: readonly SourceFile[], loaded: Loaded): string {
  const [file] = files;
  const sole = files.length === 1 ? file : undefined;
  if (sole !== undefined && /\.ya?ml$/i.test(sole.name) && loaded.written) return tidyYaml(sole.text);
  return modelYaml(loaded, sole?.name);
}

function placed({ findings, questions, satisfied, unknown }: Checked, { placeOf }: Loaded) {
  return {
    findings: findings.map(({ rests, ...finding }): PlacedFinding => {
      const facts = rests.map((path) => ({ path, ...placeOf(path) }));
      return { ...finding, facts, uncited: facts.some(({ file }) => file === undefined) };
    }),
    questions,
    satisfied,
    unknown,
  };
}

/** Paths of values, not of the parts that hold them, that have no place in what was given. */
function uncitedOf({ placeOf, places }: Loaded): string[] {
  const paths = [...places.keys()];
  const parts = new Set(paths.map((path) => path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('[')))));
  return paths.filter((path) => path.includes('.') && !parts.has(path) && placeOf(path) === undefined);
}

function noted({ value, file, line }: Claim): DisagreementNote['kept'] {
  return { value, file, line };
}
