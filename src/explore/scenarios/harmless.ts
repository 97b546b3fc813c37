import { all, any, is, type Answer } from '../../model/answer.ts';
import type { Part } from '../../model/part.ts';
import type * as S from '../../model/schema/index.ts';

export type Write = Part<NonNullable<S.Handler['writes']>[number]>;

/** To write the same a second time changes nothing: a value is set, or a row that is there is not added again. */
export function areHarmless(writes: readonly Write[]): Answer {
  return all(
    ...writes.map((write) =>
      any(
        is(write.fact('mode'), 'set', 'upsert'),
        all(is(write.fact('mode'), 'insert'), is(write.fact('unique'), true)),
      ),
    ),
  );
}
