import { ALWAYS, type Draft, type Program } from '../program.ts';

/** A program about what may be overwritten or seen, in which nobody waits, so that nothing can be stuck. */
export function small(draft: Draft): Program {
  return { ...draft.made(), done: ALWAYS, signalled: ALWAYS };
}
