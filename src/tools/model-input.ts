import * as z from 'zod';
import type { SourceFile } from '../model/readers/reader.ts';
import { ToolProblem, type ToolContext } from './tool.ts';

const MAX_TEXT = 1024 * 1024;

/** How a client gives a model: files, a design's text, YAML, or several of them, read as one. */
export const modelInput = {
  paths: z.array(z.string().max(1024)).max(20).optional().describe('Designs and models'),
  text: z.string().max(MAX_TEXT).optional(),
  model: z.string().max(MAX_TEXT).optional().describe('YAML; see read_guidance "model"'),
};

interface Given {
  readonly paths?: readonly string[] | undefined;
  readonly text?: string | undefined;
  readonly model?: string | undefined;
}

/**
 * The model first, since the first of two that disagree counts.
 * @throws ToolProblem where nothing was given
 */
export async function filesOf({ paths = [], text, model }: Given, context: ToolContext): Promise<SourceFile[]> {
  const files = [
    ...(model === undefined ? [] : [{ name: 'model.yaml', text: model }]),
    ...(text === undefined ? [] : [{ name: 'design.md', text }]),
    ...(await filesAt(paths, context)),
  ];
  if (files.length === 0) throw new ToolProblem('Pass paths or text (a design), or model (YAML), or both.');
  return files;
}

async function filesAt(paths: readonly string[], { roots }: ToolContext): Promise<SourceFile[]> {
  if (paths.length === 0) return [];
  const { readModelSource } = await import('../files/design.ts');
  return Promise.all(paths.map((path) => readModelSource(path, roots)));
}
