import * as z from 'zod';
import { defineTool, ToolProblem } from './tool.ts';

const Word = z.string().trim().min(1).max(200);

export const readGuidance = defineTool({
  name: 'read_guidance',
  title: 'Read guidance',
  description:
    'Reads the distributed-systems skill, its checklists, patterns and criteria a part at a time. Call it without arguments for the index, then name only the page or section that the step at hand needs.',
  input: z.strictObject({
    name: Word.optional().describe('Page, e.g. "distributed-systems-patterns", "criteria/ordering"'),
    section: Word.optional().describe('Section of the page, e.g. "workflow", "workflow/3", "checklist"'),
    search: Word.optional().describe('Words to find sections by, instead of a name'),
  }),
  output: undefined,
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async (request, { library }) => {
    const { guide, GuideProblem } = await import('../library/guide.ts');
    try {
      return { text: await guide(await library(), request), value: undefined };
    } catch (error) {
      throw error instanceof GuideProblem ? new ToolProblem(error.message) : error;
    }
  },
});
