import type { Counted } from '../ledger.ts';

/** Tries that are counted; those above cannot be used up by the faults of a search, so they are without an end. */
export const MANY = 4;

export function bounded({ value, facts }: Counted): Counted {
  return { value: value > MANY ? Infinity : Math.max(1, value), facts };
}
