import { all, is } from '../answer.ts';
import { amount, below, constant } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

/** AWS asks for at least as many where functions read a queue. */
const LEAST = constant(5);

export const tooFewDeliveries: Rule = {
  id: 'queue.too-few-deliveries',
  alias: 'D6',
  *cases(design) {
    for (const { handler, message, channel } of design.deliveries)
      yield {
        at: `${channel.path}.maxDeliveries`,
        fault: all(
          is(design.serviceOf(handler).fact('kind'), 'function'),
          below(amount(channel.fact('maxDeliveries'), 'count'), LEAST),
        ),
        say: () => `${message.name} is parked when ${handler.name} is only throttled, without having been tried`,
      };
  },
};
