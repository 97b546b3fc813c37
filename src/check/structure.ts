import { exploreModel } from '../explore/explore.ts';
import type { Verdict } from '../explore/verdict.ts';
import { checkModel, type Finding as Breach } from '../model/check.ts';
import { hasModel } from '../model/has-model.ts';
import { loadModel, type Loaded } from '../model/load.ts';
import type { Checked, Failure, Finding, Unit } from './unit.ts';

/** What is found of a design's model. */
export type Structure = Omit<Checked, 'name' | 'report'>;

const NONE: Structure = { modelled: false, parts: 0, findings: [], failures: [] };

/** Counted and not timed, so that a repository is told the same on every machine. */
const BOUNDS = { faults: 3, states: 100_000, repairs: false };

/**
 * Holds the rules against a design's model and plays its failures through; a design without one has nothing to be held
 * against.
 * @throws ModelProblem in one line
 */
export async function structureOf({ name, text, model }: Unit): Promise<Structure> {
  if (model === undefined && !hasModel(text)) return NONE;
  const loaded = loadModel([...(model === undefined ? [] : [model]), { name, text }]);
  const { findings } = await checkModel(loaded.model);
  const { verdicts, parts } = exploreModel(loaded.model, BOUNDS);
  const placeOf = (paths: readonly string[]) => firstPlace(paths, loaded, model?.name ?? name);
  return {
    modelled: true,
    parts,
    findings: findings.map((one) => findingOf(one, placeOf)),
    failures: verdicts.filter(({ verdict }) => verdict === 'violated').map((one) => failureOf(one, placeOf)),
  };
}

type PlaceOf = (paths: readonly string[]) => { readonly file: string; readonly line?: number };

function findingOf({ rule, severity, title, at, message, repair, rests }: Breach, placeOf: PlaceOf): Finding {
  return { rule, severity, title, at, message, repair, ...placeOf(rests) };
}

function failureOf({ property, title, traces }: Verdict, placeOf: PlaceOf): Failure {
  const [trace] = traces;
  const facts = trace?.steps.flatMap((step) => step.facts) ?? [];
  return { property, part: title, say: trace?.say ?? '', faults: trace?.faults ?? 0, ...placeOf(facts) };
}

/** The first line that something rests on; where none is known, the whole file. */
function firstPlace(paths: readonly string[], { placeOf }: Loaded, whole: string): ReturnType<PlaceOf> {
  for (const path of paths) {
    const place = placeOf(path);
    if (place !== undefined) return { file: place.file, line: place.line };
  }
  return { file: whole };
}
