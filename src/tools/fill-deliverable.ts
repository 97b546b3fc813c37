import * as z from 'zod';
import { VERSION } from '../library/version.ts';
import type { Job } from '../deliverables/job.ts';
import { filesOf, modelInput } from './model-input.ts';
import { defineTool, ToolProblem, type ToolContext } from './tool.ts';

/** Names of what is passed as text: it is no file, so nothing leads to it. */
const INLINE = new Set(['model.yaml', 'design.md']);

export const fillDeliverable = defineTool({
  name: 'fill_deliverable',
  title: 'Fill in a deliverable',
  description:
    'Fills a deliverable (contract-list, or all) from a model and its design, and asks for what they leave open. Call it once a model is good enough to write documents from.',
  input: z.strictObject({
    kind: z.string().max(60),
    ...modelInput,
    output: z.string().max(1024).optional().describe('File or folder to write'),
    force: z.boolean().optional(),
  }),
  output: undefined,
  annotations: { readOnlyHint: false, openWorldHint: false },
  run: async ({ kind, output, force = false, ...given }, context) => {
    const [jobs, disk, { kindsOf }, { reviewProse }, { fillAnswer }] = await Promise.all([
      import('../deliverables/job.ts'),
      import('../deliverables/on-disk.ts'),
      import('../deliverables/template.ts'),
      import('../deliverables/reviewed.ts'),
      import('./fill-text.ts'),
    ]);
    return refusing(async () => {
      const sources = await filesOf(given, context);
      const job: Job = {
        kinds: kindsOf(kind),
        sources,
        settings: await settingsOf(context),
        inline: new Set(sources.map(({ name }) => name).filter((name) => isInline(name, given))),
        version: VERSION,
      };
      const order = await jobs.orderOf(job);
      const reports = await reviewProse(order, job, context.today(), context.review);
      const place = output === undefined ? undefined : { roots: context.roots, out: output };
      const documents = await jobs.fillOrder(order, reports, place === undefined ? undefined : disk.folderOf(place));
      const written = place === undefined ? [] : await disk.writeDocuments(order, documents, place, force);
      return { text: fillAnswer(documents, written, jobs.firstOf(documents)), value: undefined };
    });
  },
});

/** What was passed as text, where no file has that name. */
function isInline(name: string, { model, text }: { model?: string | undefined; text?: string | undefined }): boolean {
  return INLINE.has(name) && (name === 'model.yaml' ? model !== undefined : text !== undefined);
}

async function settingsOf({ roots }: ToolContext): Promise<Job['settings']> {
  const { loadSettings } = await import('../config/load.ts');
  const [root] = roots;
  return root === undefined ? undefined : loadSettings(root);
}

/** What is wrong with what was given is the caller's to mend. */
async function refusing<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const [{ DeliverableProblem }, { ModelProblem }, { ReviewProblem }] = await Promise.all([
    import('../deliverables/problem.ts'),
    import('../model/problem.ts'),
    import('../review/reviewer.ts'),
  ]);
  try {
    return await work();
  } catch (error) {
    const isTheirs = [DeliverableProblem, ModelProblem, ReviewProblem].some((kind) => error instanceof kind);
    throw isTheirs && error instanceof Error
      ? new ToolProblem(error.message.replace('say --force', 'pass force'))
      : error;
  }
}
