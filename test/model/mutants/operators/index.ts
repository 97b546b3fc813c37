import type { Operator } from '../mutants.ts';
import { ATOMICITY, REPEATS } from './atomicity.ts';
import { CALLS } from './calls.ts';
import { CAPACITY, CONTRACTS, TIME } from './capacity.ts';
import { QUEUES } from './queues.ts';
import { TOPOLOGY } from './topology.ts';
import { WORKFLOWS } from './workflows.ts';

export const OPERATORS: readonly Operator[] = [
  ...ATOMICITY,
  ...REPEATS,
  ...QUEUES,
  ...CALLS,
  ...WORKFLOWS,
  ...TOPOLOGY,
  ...CONTRACTS,
  ...TIME,
  ...CAPACITY,
];
