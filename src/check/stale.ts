import type { Settings } from '../config/settings.ts';
import { inputsHash } from '../deliverables/job.ts';
import { whyStale } from '../deliverables/on-disk.ts';
import { DeliverableProblem } from '../deliverables/problem.ts';
import { ownTemplates } from '../deliverables/own-templates.ts';
import { loadTemplate } from '../deliverables/template.ts';
import { readText, realPathOf } from '../files/read.ts';
import { loadModel } from '../model/load.ts';
import { ModelProblem } from '../model/problem.ts';
import type { SourceFile } from '../model/readers/reader.ts';
import type { Written } from './units.ts';

/** A deliverable that does not say what it would say if it were filled now. */
export interface Stale {
  readonly file: string;
  readonly why: string;
}

const MAX_BYTES = 1024 * 1024;

/** Compares each deliverable with what it was filled from, as far as that is at hand; nothing is filled. */
export async function staleOf(
  written: readonly Written[],
  cwd: string,
  settings: Settings | undefined,
  version: string,
): Promise<Stale[]> {
  const own = await ownTemplates(settings?.templates);
  const stale: Stale[] = [];
  for (const one of written) {
    const why = await whyOf(one, { cwd, settings, version, own });
    if (why !== undefined) stale.push({ file: one.name, why });
  }
  return stale;
}

interface Context {
  readonly cwd: string;
  readonly settings: Settings | undefined;
  readonly version: string;
  readonly own: Awaited<ReturnType<typeof ownTemplates>>;
}

async function whyOf({ name, text, marker, from }: Written, context: Context): Promise<string | undefined> {
  if (marker.inline === true) return 'it was filled from a text that is in no file; fill it from files';
  const sources = [];
  for (const file of from) {
    const source = await sourceText(file, context.cwd);
    if (source === undefined) return `what it was filled from is gone: ${file}`;
    sources.push({ name: file, text: source });
  }
  const template = await loadTemplate(marker.fill, context.own).catch(() => undefined);
  if (template === undefined) return `there is no template ${marker.fill} any more`;
  try {
    const why = whyStale(text, inputsHash(template, { ...context, sources }), name);
    return why !== undefined && isGone(marker, sources) ? 'its decision is no longer in the model; delete it' : why;
  } catch (error) {
    if (error instanceof DeliverableProblem) return error.message;
    throw error;
  }
}

/** Whether a record is about a decision that the model does not have any more; filling again would not touch it. */
function isGone({ decision }: Written['marker'], sources: readonly SourceFile[]): boolean {
  if (decision === undefined) return false;
  try {
    return loadModel(sources).model.decisions?.[decision] === undefined;
  } catch (error) {
    if (error instanceof ModelProblem) return false;
    throw error;
  }
}

async function sourceText(file: string, cwd: string): Promise<string | undefined> {
  return realPathOf(file, cwd)
    .then((real) => readText(real, file, MAX_BYTES))
    .catch(() => undefined);
}
