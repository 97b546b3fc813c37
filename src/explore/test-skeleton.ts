import type { Property } from './program.ts';
import type { Trace, TraceStep } from './trace.ts';

/** What holds where a property does. */
const WANTED: Readonly<Record<Property, string>> = {
  'all-or-nothing': 'when nothing moves any more, all effects are in place or none is',
  once: 'each effect is in place once, and is undone at most once',
  'no-orphan-undo': 'no effect stands behind its undo, and no undo fails for want of one',
  order: 'what is shown comes from the newest event',
  isolation: 'nobody has acted on a value that was changed or taken back',
  'not-stuck': 'the work comes to its end, or somebody is told that it does not',
};

/** A trace as a test that a team can automate: the run up to the first fault, what happens then, what must hold. */
export function testOf(
  { steps }: Pick<Trace, 'steps'>,
  { title, property }: { readonly title: string; readonly property: Property | undefined },
): string {
  const first = steps.findIndex(({ fault }) => fault !== undefined);
  const given = first < 0 ? steps : steps.slice(0, first);
  const when = first < 0 ? [] : steps.slice(first);
  return [
    `Scenario: ${title}`,
    ...worded('Given', given),
    ...worded('When', when.length > 0 ? when : [{ actor: '', text: 'all of this has happened', facts: [] }]),
    `  Then ${property === undefined ? 'somebody is told' : WANTED[property]}`,
  ].join('\n');
}

function worded(word: string, steps: readonly TraceStep[]): string[] {
  return steps.map(
    ({ text, fault }, at) => `  ${at === 0 ? word : 'And'} ${text}${fault === undefined ? '' : ` (${fault})`}`,
  );
}
