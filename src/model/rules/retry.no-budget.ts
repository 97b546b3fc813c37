import { absent, all, ask } from '../answer.ts';
import { amount, atLeast, constant } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

/** Requests a second from which retries add up faster than a person can step in. Ours. */
const BUSY = constant(10, 'rate');

export const noBudget: Rule = {
  id: 'retry.no-budget',
  alias: 'E6',
  *cases({ calls, goals }) {
    for (const { handler, call, to } of calls)
      yield {
        at: call.path,
        fault: all(
          ask(call.fact('attempts'), (count) => count > 1),
          absent(call.fact('budget')),
          absent(call.fact('breaker')),
          atLeast(amount(goals.fact('rate'), 'rate'), BUSY),
        ),
        say: () =>
          `every request of ${handler.name} is retried in full while ${to ?? 'its callee'} is down, and nothing ends it`,
      };
  },
};
