import { definePrompt } from './prompt.ts';

export const proveDesign = definePrompt({
  name: 'prove_design',
  title: 'Prove that a design survives failures',
  description: 'Model, rules, exhaustive exploration of failures, and what the design must say to hold',
  arguments: { path: 'Design file; left out, the design in this conversation' },
  write: ({ path }) => {
    const given = path === undefined ? 'its Markdown as `text`' : `\`paths: ["${path}"]\``;
    return `Prove that ${path === undefined ? 'the design we are discussing' : `the design in ${path}`} survives failures, or show how it does not.

1. Call \`check_model\` with ${given} for a draft of its model, and read "model" with \`read_guidance\`.
2. Complete the model from the prose, each fact with the line or the words it stands on. What the design does not say
   stays out: do not guess. Call \`check_model\` again with \`model\`, and mend what its quotes do not find.
3. Call \`explore_failures\` with the same arguments. For each violation tell the trace as a story in the design's own
   names, with the lines behind it, and the smallest repair. For each \`possible\` ask the question that settles it.
4. Propose changes of the design that make its violations hold. Change the model accordingly, call \`explore_failures\`
   with the old model as \`baseline\`, and keep only what it reports as repaired without making something new.
5. Read "exploring-failures" where a verdict is unclear, and the page of each property that is violated.
6. Call \`fill_deliverable\` with kind "all", the model, and \`output\`, a folder beside the design that I agree to: its
   documents carry the traces, and what the model does not state stands in them as an open question. Ask me the first ones.
7. End with a table: property, part, verdict, trace or bound, line of the design, what to add; then what was not checked, as
   the answer says it. \`holds\` is a proof about the model within its bound, so say what of the design the model leaves out.`;
  },
});
