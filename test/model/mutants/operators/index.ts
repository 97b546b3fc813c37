import type { Operator } from '../mutants.ts';
import { ATOMICITY, REPEATS } from './atomicity.ts';
import { CALLS } from './calls.ts';
import { CAPACITY, CONTRACTS, TIME } from './capacity.ts';
import { ORDER } from './order.ts';
import { QUEUES } from './queues.ts';
import { TOPOLOGY } from './topology.ts';
import { WORKFLOWS } from './workflows.ts';

export const OPERATORS: readonly Operator[] = [
  ...ATOMICITY,
  ...REPEATS,
  ...ORDER,
  ...QUEUES,
  ...CALLS,
  ...WORKFLOWS,
  ...TOPOLOGY,
  ...CONTRACTS,
  ...TIME,
  ...CAPACITY,
];
