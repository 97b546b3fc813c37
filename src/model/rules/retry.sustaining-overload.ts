import { absent, all, ask } from '../answer.ts';
import { above, amount, times } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

export const sustainingOverload: Rule = {
  id: 'retry.sustaining-overload',
  alias: 'E12',
  *cases(design) {
    const rate = amount(design.goals.fact('rate'), 'rate');
    for (const { handler, call, target } of design.calls) {
      const service = target === undefined ? design.service(call.fact('to')) : design.serviceOf(target);
      yield {
        at: call.path,
        fault: all(
          ask(call.fact('attempts'), (count) => count > 1),
          absent(call.fact('budget')),
          absent(call.fact('breaker')),
          above(times(rate, amount(call.fact('attempts'), 'count')), amount(service.fact('capacity'), 'rate')),
        ),
        say: () =>
          `once ${service.name} fails, the retries of ${handler.name} alone keep it above its capacity, and it stays down`,
      };
    }
  },
};
