import { all, any, is, present, type Answer } from '../answer.ts';
import { above, amount, plus, type Amount } from '../arithmetic.ts';
import type { Part } from '../part.ts';
import type { Handler } from '../schema/index.ts';
import type { Rule } from '../rule.ts';
import { triesTime } from '../tries.ts';

export const budgetInversion: Rule = {
  id: 'timeout.budget-inversion',
  alias: 'E2',
  *cases({ calls }) {
    const budgets = new Map<string, Budget | undefined>();
    for (const { handler, call, to, target } of calls) {
      if (target === undefined) continue;
      if (!budgets.has(target.name)) budgets.set(target.name, budgetOf(target));
      const budget = budgets.get(target.name);
      if (budget === undefined) continue;
      const timeout = amount(call.fact('timeout'));
      yield {
        at: call.path,
        fault: all(
          is(call.fact('sync'), true),
          present(call.fact('timeout')),
          // Too much already by what is surely waited for, or by what may be.
          any(above(budget.sure, timeout), all(budget.isSure, above(budget.most, timeout))),
        ),
        say: () => `${handler.name} gives up on ${to ?? target.name} while it still works, and cannot tell what it did`,
      };
    }
  },
};

/** The time that a handler may spend on its own calls. */
interface Budget {
  /** On those that it surely waits for. */
  readonly sure: Amount;
  /** On those that it may wait for as well. */
  readonly most: Amount;
  /** Whether it waits for all of them. */
  readonly isSure: Answer;
}

function budgetOf(handler: Part<Handler>): Budget | undefined {
  const calls = handler.list('calls').filter((one) => one.fact('sync').value !== false);
  if (calls.length === 0) return undefined;
  const waited = calls.filter((one) => one.fact('sync').value === true);
  return {
    sure: plus(...waited.map((one) => triesTime(one))),
    most: plus(...calls.map((one) => triesTime(one))),
    isSure: all(...calls.map((one) => is(one.fact('sync'), true))),
  };
}
