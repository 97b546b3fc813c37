import type { Design } from '../model/design.ts';
import type { Ledger } from './ledger.ts';
import type { Program } from './program.ts';

/** A part of a design that is explored by itself. */
export interface Scenario {
  /** Stable name: the path of what is explored, and what else tells it from its neighbours. */
  readonly id: string;
  /** What is explored, for people: `pick handles order.placed`. */
  readonly title: string;
  /** The path of the part that it is about. */
  readonly at: string;
  /** Name of the workflow, where it is one's. */
  readonly workflow?: string;
  /** Names of the handlers that it looks at; all, where it is left out. */
  readonly handlers?: readonly string[];
  readonly build: (ledger: Ledger) => Program;
}

/** Finds what can be explored in a design; the programs are built later, once for each set of assumptions. */
export type Scenarios = (design: Design) => Iterable<Scenario>;
