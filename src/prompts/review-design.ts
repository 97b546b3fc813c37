import { definePrompt } from './prompt.ts';

export const reviewDesign = definePrompt({
  name: 'review_design',
  title: 'Review a design',
  description: 'Review a design of a distributed system against the checklist and improve it',
  arguments: { path: 'Design file; left out, the design in this conversation' },
  write: ({ path }) => `Review ${path === undefined ? 'the design we are discussing' : `the design in ${path}`}.

1. Call \`review_design\` with ${path === undefined ? 'its Markdown as `text`' : `\`path: "${path}"\``} and report readiness and score.
2. Take the blockers first, violated before missing. Before you judge one, read its page with \`read_guidance\` (name
   "criteria/<id>"), then check the quoted line in the design: say so where the quote does not carry the verdict.
3. For each real gap propose the sentences, table rows or diagram edges to add. Ask me for facts that only I can know;
   do not make up numbers, owners or guarantees.
4. When I agree, change the design, review it again, and show which verdicts changed.`,
});
