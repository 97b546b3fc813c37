import { exploringFiles, type PlacedVerdict } from '../explore/result.ts';
import { hasModel } from '../model/has-model.ts';
import { checkFiles, type PlacedFinding } from '../model/result.ts';
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
export async function structureOf({ name, text, model }: Unit, version: string): Promise<Structure> {
  if (model === undefined && !hasModel(text)) return NONE;
  const files = [...(model === undefined ? [] : [model]), { name, text }];
  const { findings } = await checkFiles(files, version);
  const work = exploringFiles(files, version, BOUNDS);
  let step = work.next();
  while (step.done !== true) step = work.next();
  const { verdicts, parts } = step.value;
  const whole = model?.name ?? name;
  return {
    modelled: true,
    parts,
    findings: findings.map((one) => findingOf(one, whole)),
    failures: verdicts.filter(({ verdict }) => verdict === 'violated').map((one) => failureOf(one, whole)),
  };
}

function findingOf({ rule, severity, title, at, message, repair, facts }: PlacedFinding, whole: string): Finding {
  return { rule, severity, title, at, message, repair, ...placeOf(facts, whole) };
}

function failureOf({ property, title, traces }: PlacedVerdict, whole: string): Failure {
  const [trace] = traces;
  const facts = trace?.steps.flatMap((step) => step.facts) ?? [];
  return { property, part: title, say: trace?.say ?? '', faults: trace?.faults ?? 0, ...placeOf(facts, whole) };
}

/** The first line that something rests on. */
function placeOf(facts: readonly { readonly file?: string; readonly line?: number }[], whole: string) {
  const found = facts.find(({ file, line }) => file !== undefined && line !== undefined);
  return { file: found?.file ?? whole, ...(found?.line === undefined ? {} : { line: found.line }) };
}
