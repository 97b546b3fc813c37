import * as z from 'zod';
import { VERSION } from '../library/version.ts';
import type { ModelResult } from '../model/result.ts';
import type { SourceFile } from '../model/readers/reader.ts';
import { filesOf, modelInput } from './model-input.ts';
import { defineTool, ToolProblem } from './tool.ts';

/** What clients are told of the answer; with detail `full` it is the value of `faultline model --format json`. */
const Answer = z.looseObject({ findings: z.array(z.looseObject({})) });

export const checkModelTool = defineTool({
  name: 'check_model',
  title: 'Check a model of a design',
  description:
    'Reads parts, flows and numbers of a design, or a YAML model of it, and checks them by rules that do the arithmetic. Call it with a design for a draft model and its open questions, then with the completed model.',
  input: z.strictObject({
    ...modelInput,
    detail: z.enum(['concise', 'full']).default('concise').describe('full: everything'),
  }),
  output: Answer,
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async ({ detail, ...given }, context) => {
    const files = await filesOf(given, context);
    const [{ modelAnswer }, { briefOf }, result] = await Promise.all([
      import('./model-text.ts'),
      import('./model-brief.ts'),
      checked(files),
    ]);
    const isFull = detail === 'full';
    return { text: modelAnswer(result, isFull), value: isFull ? listed(result) : briefOf(result) };
  },
});

/** The value as clients take it; what it holds is the same. */
function listed(result: ModelResult) {
  return {
    ...result,
    findings: result.findings.map((one) => ({ ...one })),
  };
}

async function checked(files: readonly SourceFile[]) {
  const [{ checkFiles }, { ModelProblem }] = await Promise.all([
    import('../model/result.ts'),
    import('../model/problem.ts'),
  ]);
  try {
    return await checkFiles(files, VERSION);
  } catch (error) {
    throw error instanceof ModelProblem ? new ToolProblem(error.message) : error;
  }
}
