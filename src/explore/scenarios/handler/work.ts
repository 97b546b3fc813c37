import type { Delivery, Design } from '../../../model/design.ts';
import type { Part } from '../../../model/part.ts';
import type * as S from '../../../model/schema/index.ts';
import type { Ledger } from '../../ledger.ts';
import { and, type Condition, type Draft, type Update, type Variable } from '../../program.ts';

/** Something that a handler brings about, and that others may see. */
export interface Effect {
  readonly name: string;
  readonly path: string;
  /** Paths of the facts that say how it comes about. */
  readonly facts?: readonly string[];
  /** How often it is in place; 2 stands for more than once. */
  readonly variable: Variable;
  /** Somebody counts on it. */
  readonly isNeeded: boolean;
  /** The handler's own state: once it is there nobody repeats the request. */
  readonly isState: boolean;
}

/** One piece of work of a handler while its program is drafted. */
export interface Work {
  readonly design: Design;
  readonly draft: Draft;
  readonly ledger: Ledger;
  readonly handler: Part<S.Handler>;
  /** Who does it. */
  readonly actor: string;
  /** The message that starts it; a request or a timer else. */
  readonly delivery: Delivery | undefined;
  /** What starts it, in words. */
  readonly trigger: string;
  /** Copies of what starts it that wait to be taken. */
  readonly waiting: Variable;
  /** How far the worker is: 0 is idle, 1 has just taken it. */
  readonly at: Variable;
  /** It is on record that it was done. */
  readonly seen: Variable;
  readonly effects: Effect[];
  /** What only the worker's memory holds. */
  readonly volatile: Update[];
  /** What must hold before the work is over, beside that nothing moves. */
  readonly pending: Condition[];
  /** What still moves when the worker is idle: it must be over before the work is. */
  readonly moving: Condition[];
  /** Facts for want of which something never moves on. */
  readonly gaps: string[];
  /** States in which somebody is called. */
  readonly signals: Condition[];
}

export function idle({ at, waiting }: Work): Condition {
  return and(at.is(0), waiting.is(0));
}
