import { all, is } from '../answer.ts';
import { above, amount, less, plus, times, type Amount } from '../arithmetic.ts';
import type { Part } from '../part.ts';
import type { Call } from '../schema/index.ts';
import type { Rule } from '../rule.ts';

export const budgetInversion: Rule = {
  id: 'timeout.budget-inversion',
  alias: 'E2',
  *cases({ calls }) {
    for (const { handler, call, to, target } of calls) {
      const below = target?.list('calls') ?? [];
      if (target === undefined || below.length === 0) continue;
      const sums = below.map((one) => worstTime(one));
      yield {
        at: call.path,
        fault: all(
          is(call.fact('sync'), true),
          ...below.map((one) => is(one.fact('sync'), true)),
          above(plus(...sums), amount(call.fact('timeout'))),
        ),
        say: () => `${handler.name} gives up on ${to ?? target.name} while it still works, and cannot tell what it did`,
      };
    }
  },
};

/** Longest that a call can take: every try, and the pauses between them. */
function worstTime(call: Part<Call>): Amount {
  const attempts = amount(call.fact('attempts'), 'count');
  return plus(times(attempts, amount(call.fact('timeout'))), times(less(attempts, 1), amount(call.fact('backoff'))));
}
