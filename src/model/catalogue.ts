import type { Rule } from './rule.ts';
import * as rules from './rules/index.ts';

/** Every rule, in the order of the catalogue of faults: A1, A2, ... A12, B1. */
export const RULES: readonly Rule[] = Object.values(rules).toSorted(({ alias: one }, { alias: other }) =>
  one.localeCompare(other, 'en', { numeric: true }),
);
