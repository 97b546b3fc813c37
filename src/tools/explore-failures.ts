import * as z from 'zod';
import { VERSION } from '../library/version.ts';
import type { ExploreOptions } from '../explore/explore.ts';
import type { ExploreResult } from '../explore/result.ts';
import type { SourceFile } from '../model/readers/reader.ts';
import { filesOf, modelInput } from './model-input.ts';
import { defineTool, ToolProblem, type Caller } from './tool.ts';

/** What clients are told of the answer; with detail `full` it is the value of `faultline explore --format json`. */
const Answer = z.looseObject({ verdicts: z.array(z.looseObject({})) });

/** Most time for one property, in milliseconds. */
const TIME = 2000;

export const exploreFailures = defineTool({
  name: 'explore_failures',
  title: 'Explore the failures of a design',
  description:
    'Searches every combination of up to 3 failures for the shortest way a modelled design loses, doubles or strands work, with the smallest repairs. Call it after check_model, and again with the old model as baseline to see what a change repaired.',
  input: z.strictObject({
    ...modelInput,
    baseline: z
      .string()
      .max(1024 * 1024)
      .optional(),
    workflow: z.string().max(120).optional(),
    detail: z.enum(['concise', 'full']).default('concise'),
  }),
  output: Answer,
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async ({ workflow, baseline, detail, ...given }, context, caller) => {
    const files = await filesOf(given, context);
    const earlier = baseline === undefined ? [] : [{ name: 'baseline.yaml', text: baseline }];
    const options = {
      ...(workflow === undefined ? {} : { workflow }),
      clock: (properties: number) => context.deadline(properties * TIME),
    };
    const [{ exploreAnswer }, { exploreBrief }, result] = await Promise.all([
      import('./explore-text.ts'),
      import('./explore-brief.ts'),
      explored(files, options, earlier, caller),
    ]);
    if (result.parts === 0 && workflow !== undefined)
      throw new ToolProblem(`No workflow is called ${workflow} and has steps. Leave \`workflow\` out to explore all.`);
    const isFull = detail === 'full';
    return {
      text: exploreAnswer(result, isFull),
      value: isFull ? { ...result, verdicts: result.verdicts.map((one) => ({ ...one })) } : exploreBrief(result),
    };
  },
});

/** Between two parts the client may be told how far it is, and may call it off. */
async function explored(
  files: readonly SourceFile[],
  options: ExploreOptions,
  earlier: readonly SourceFile[],
  { signal, progress }: Caller,
): Promise<ExploreResult> {
  const [{ exploringFiles }, { ModelProblem }] = await Promise.all([
    import('../explore/result.ts'),
    import('../model/problem.ts'),
  ]);
  try {
    const work = exploringFiles(files, VERSION, options, earlier);
    let step = work.next();
    for (; step.done !== true; step = work.next()) {
      const { done, all, title } = step.value;
      await progress(done, all, title);
      if (signal.aborted) throw new ToolProblem('The exploration was called off.');
    }
    return step.value;
  } catch (error) {
    throw error instanceof ModelProblem ? new ToolProblem(error.message) : error;
  }
}
