import { definePrompt } from './prompt.ts';

export const reviewDesign = definePrompt({
  name: 'review_design',
  title: 'Review a design',
  description: 'Review a design of a distributed system against the checklist and improve it',
  arguments: { path: 'Design file; left out, the design in this conversation' },
  write: ({ path }) => `Review ${path === undefined ? 'the design we are discussing' : `the design in ${path}`}.

1. Call \`review_design\` with ${path === undefined ? 'its Markdown as `text`' : `\`path: "${path}"\``} and \`detail: "full"\`. Its end asks what is
   most worth your judgement: for each criterion the lines to look at and what every verdict means.
2. Read the design for those criteria, and any verdict whose quote does not carry it; where a meaning is not clear, its
   page with \`read_guidance\` (name "criteria/<id>"). Then call \`review_design\` again with
   \`judgements\`: criterion, verdict, \`quotes\` copied from the design exactly, and a reason (for \`missing\` and \`na\`
   always). A refused one comes back with the nearest line: mend the quote, or change your verdict. Report readiness and
   score of this second answer, and where you and the engine disagree.
3. Take the blockers first, violated before missing. For each real gap propose the sentences, table rows or diagram edges
   to add. Ask me for facts that only I can know; do not make up numbers, owners or guarantees.
4. When I agree, change the design, review it again, and show which verdicts changed.`,
});
