import { below, amount } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

export const gatewayTooShort: Rule = {
  id: 'timeout.gateway-too-short',
  alias: 'E13',
  *cases({ handlers }) {
    for (const handler of handlers) {
      const gateway = handler.fact('gatewayTimeout');
      const requested = handler.fact('on').value?.includes('request') ?? false;
      // A gateway stands in front of requests alone; where it is stated, what starts the handler need not be.
      if (!requested && gateway.value === undefined) continue;
      yield {
        at: handler.path,
        fault: below(amount(gateway), amount(handler.fact('p99'))),
        say: () => `the gateway before ${handler.name} cuts off slow requests that go on to succeed unseen`,
      };
    }
  },
};
