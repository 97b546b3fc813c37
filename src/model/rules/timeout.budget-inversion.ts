import { all, any, is, present } from '../answer.ts';
import { above, amount, less, plus, times, type Amount } from '../arithmetic.ts';
import type { Part } from '../part.ts';
import type { Call } from '../schema/index.ts';
import type { Rule } from '../rule.ts';

export const budgetInversion: Rule = {
  id: 'timeout.budget-inversion',
  alias: 'E2',
  *cases({ calls }) {
    for (const { handler, call, to, target } of calls) {
      const below = (target?.list('calls') ?? []).filter((one) => one.fact('sync').value !== false);
      if (target === undefined || below.length === 0) continue;
      const waited = below.filter((one) => one.fact('sync').value === true);
      const timeout = amount(call.fact('timeout'));
      yield {
        at: call.path,
        fault: all(
          is(call.fact('sync'), true),
          present(call.fact('timeout')),
          // Too much already by what is surely waited for, or by what may be.
          any(
            above(plus(...waited.map(worstTime)), timeout),
            all(...below.map((one) => is(one.fact('sync'), true)), above(plus(...below.map(worstTime)), timeout)),
          ),
        ),
        say: () => `${handler.name} gives up on ${to ?? target.name} while it still works, and cannot tell what it did`,
      };
    }
  },
};

/** Longest that a call can take: every try, and the pauses between them. */
function worstTime(call: Part<Call>): Amount {
  const attempts = amount(call.fact('attempts'), 'count');
  const { path, value } = call.fact('timeout');
  const timeout = amount({ path, value: value === 'none' ? Infinity : value });
  const tries = times(attempts, timeout);
  if (attempts.value === 1) return tries;
  return plus(tries, times(less(attempts, 1), amount(call.fact('backoff'))));
}
