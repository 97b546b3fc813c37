import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadAsks } from '../../src/deliverables/asks.ts';
import { exploredOf, type Explored } from '../../src/deliverables/explored.ts';
import { fill, partOf, type Filled, type Inputs } from '../../src/deliverables/fill.ts';
import { RELATIONS } from '../../src/deliverables/relations.ts';
import { KINDS, loadTemplate, type Template } from '../../src/deliverables/template.ts';
import { World } from '../../src/deliverables/world.ts';
import { loadModel } from '../../src/model/load.ts';
import { isMapping } from '../../src/model/mapping.ts';

/** A model that states everything that a deliverable asks for. */
export const COMPLETE = readFileSync('test/deliverables/complete.model.yaml', 'utf8');

const asks = loadAsks();
const templates = Promise.all(KINDS.map((kind) => loadTemplate(kind)));

export async function inputsOf(model: string, explored?: Explored): Promise<Inputs> {
  const loaded = loadModel([{ name: 'model.yaml', text: model }]);
  const title = loaded.model.name ?? 'A design';
  const world = new World(loaded, RELATIONS);
  return { title, world, reports: [], explored: explored ?? (await exploredOf(loaded.model)), asks: await asks };
}

export interface FilledKind extends Filled {
  readonly criteria: readonly string[];
}

/** Every deliverable of a model, a decision record for each of its decisions. */
export async function fillAll(model: string, explored?: Explored): Promise<FilledKind[]> {
  const inputs = await inputsOf(model, explored);
  return (await templates).flatMap((template) => filledOf(template, inputs));
}

function filledOf(template: Template, inputs: Inputs): FilledKind[] {
  const { id, criteria } = template.matter;
  const link = () => undefined;
  if (id !== 'decision-record') return [{ ...fill(template, inputs, link), criteria }];
  const decisions = inputs.world.namesOf('decisions') ?? [];
  return decisions.map((name) => ({
    ...fill(template, inputs, link, { decision: partOf(inputs, 'decisions', name) }),
    criteria,
  }));
}

/** The model as plain data, to take facts out of. */
export function completeData(): Record<string, unknown> {
  const data: unknown = parse(COMPLETE);
  if (!isMapping(data)) throw new Error('the model is no mapping');
  return data;
}
