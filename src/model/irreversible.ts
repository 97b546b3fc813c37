import { is, type Answer } from './answer.ts';
import type { Design } from './design.ts';
import type { Part } from './part.ts';
import type * as S from './schema/index.ts';

/** Whether what a step does is for good: the step says it, or else its handler. */
export function irreversible(design: Design, step: Part<S.Step>): Answer {
  const own = step.fact('irreversible');
  const handler = design.handler(step.fact('handler')).fact('irreversible');
  return is(own.value === undefined && handler.value !== undefined ? handler : own, true);
}
