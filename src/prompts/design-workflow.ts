import { definePrompt } from './prompt.ts';

export const designWorkflow = definePrompt({
  name: 'design_workflow',
  title: 'Design step by step',
  description: 'Work through the five design steps as a dialogue, one step at a time',
  arguments: { problem: 'What is to be designed, in a sentence or two' },
  write: ({ problem }) => `Let us design ${problem === undefined ? 'a system' : `this: ${problem}`}

Lead me through the five steps of the distributed-systems workflow, one at a time.

1. Call \`read_guidance\` with name "distributed-systems-patterns" and load what it names first. Then ask me for the
   required inputs that I have not given.
2. For each step from "workflow/1" to "workflow/5" read that section, ask the questions it raises (at most five at once),
   and wait for my answers. Open a reference page only where the step calls for it.
3. Begin the document from \`read_guidance\` "design-skeleton", which \`faultline new NAME\` writes too. Close each step with
   the text it leaves there, unknowns marked as unknown, and ask whether to go on.
   If step 1 finds no constraint that calls for distribution, say so and stop there.
4. After step 5 call \`review_design\` on the document, and settle what it finds; then \`fill_deliverable\` with kind "all"
   shows which facts its deliverables still lack.`,
});
