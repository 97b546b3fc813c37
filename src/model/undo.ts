import { isEndless, not, present, type Answer } from './answer.ts';
import type { Design, Stepping } from './design.ts';
import type { Part } from './part.ts';
import type * as S from './schema/index.ts';

type Undo = Exclude<NonNullable<S.Step['undo']>, 'none'>;

export interface Undoing extends Stepping {
  readonly undo: Part<Undo>;
  /** Name of the undo, for sentences. */
  readonly op: string;
  readonly exists: Answer;
}

/** Steps whose undo is stated, or may be there for all that is stated. */
export function undoings({ steps }: Pick<Design, 'steps'>): Undoing[] {
  return steps
    .filter(({ step }) => mayHaveUndo(step))
    .map((stepping) => {
      const undo = stepping.step.part('undo');
      const op = undo.fact('op').value ?? `the undo of ${stepping.name}`;
      return { ...stepping, undo, op, exists: present(stepping.step.fact('undo')) };
    });
}

/** Only a compensatable step is expected to have one; another kind has it where it says so. */
export function mayHaveUndo(step: Part<S.Step>): boolean {
  const undo = step.fact('undo').value;
  const kind = step.fact('kind').value;
  return undo === undefined ? kind === undefined || kind === 'compensatable' : undo !== 'none';
}

/** The workflow may stop waiting for the step while its outcome is open. */
export function canTimeOut(step: Part<S.Step>): Answer {
  return not(isEndless(step.fact('timeout')));
}
