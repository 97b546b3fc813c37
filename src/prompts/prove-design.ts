import { definePrompt } from './prompt.ts';

export const proveDesign = definePrompt({
  name: 'prove_design',
  title: 'Argue that a design survives failures',
  description: 'Play failures through a design by hand, with quotes, and name what it does not answer',
  arguments: { path: 'Design file; left out, the design in this conversation' },
  write: ({ path }) => `Try to break ${path === undefined ? 'the design we are discussing' : `the design in ${path}`}.

1. Call \`review_design\` with ${path === undefined ? 'its Markdown as `text`' : `\`path: "${path}"\``} and \`detail: "full"\`.
2. Read the section "workflow/5" of "distributed-systems-patterns" with \`read_guidance\`, and the patterns it needs.
3. For each flow that spans more than one store or service, play through by hand: a crash between each two steps, a
   message twice, an old message after a newer one, a slow dependency, a step that fails past the point of no return, a
   restored backup. Quote the line of the design that answers each, or write "not answered".
4. End with a table: flow, failure, what happens, quoted line, what to add. State its limit beneath it: these are the cases
   played through by hand and checked for quotes; nobody has searched all orders of failure, so this is an argument and
   not a proof.`,
});
