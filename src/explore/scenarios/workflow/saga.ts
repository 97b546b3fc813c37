import type { Design } from '../../../model/design.ts';
import type { Part } from '../../../model/part.ts';
import type * as S from '../../../model/schema/index.ts';
import type { Ledger, Told } from '../../ledger.ts';
import { and, type Condition, type Draft, type Variable } from '../../program.ts';
import type { Step } from './step.ts';

/** How far a workflow is. */
export const PHASE = { forward: 0, backward: 1, committed: 2, aborted: 3, forgotten: 4 } as const;

/** A workflow while its program is drafted. */
export interface Saga {
  readonly design: Design;
  readonly workflow: Part<S.Workflow>;
  readonly draft: Draft;
  readonly ledger: Ledger;
  /** Who leads it, or its own name. */
  readonly actor: string;
  readonly steps: readonly Step[];
  readonly phase: Variable;
  readonly mayLose: Told;
  readonly mayRepeat: Told;
  /** Somebody would take an answer of the step. */
  readonly expects: (step: Step) => Condition;
}

/** No message of the workflow is on its way. */
export function quiet({ steps }: Saga): Condition {
  return and(...steps.flatMap(({ commands, undoCommands }) => [commands.is(0), undoCommands.is(0)]));
}
