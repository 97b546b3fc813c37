import { any, is, type Answer } from './answer.ts';
import type { Stepping } from './design.ts';
import type { Part } from './part.ts';
import type * as S from './schema/index.ts';

type Step = Part<S.Step>;

export function isPivot(step: Step): Answer {
  return is(step.fact('kind'), 'pivot');
}

/** The pivot is over when the step begins. */
export function pastPivot({ step, before }: Stepping): Answer {
  return any(...before.filter((other) => !beside(step, other)).map(isPivot));
}

/** Steps that may end before this one does: those listed before it and those beside it. */
export function canPrecede({ step, before, after }: Stepping): Step[] {
  return [...before, ...after.filter((other) => beside(step, other))];
}

/** Steps that may end after this one does: those listed after it and those beside it. */
export function canFollow({ step, before, after }: Stepping): Step[] {
  return [...before.filter((other) => beside(step, other)), ...after];
}

/** No value says that a step runs alone, so one without a group is in no group. */
export function beside(one: Step, other: Step): boolean {
  const { value } = one.fact('parallel');
  return value !== undefined && value === other.fact('parallel').value;
}
