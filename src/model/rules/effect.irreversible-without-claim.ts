import { absent, all, any, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const irreversibleWithoutClaim: Rule = {
  id: 'effect.irreversible-without-claim',
  alias: 'B12',
  *cases({ deliveries }) {
    for (const { handler, message, channel } of deliveries)
      yield {
        at: handler.path,
        fault: all(
          is(handler.fact('irreversible'), true),
          is(handler.fact('claim'), 'none'),
          is(channel.fact('delivery'), 'at-least-once'),
          ...handler.list('calls').map((call) => any(is(call.fact('effect'), false), absent(call.fact('key')))),
        ),
        say: () => `${handler.name} does for good again what it has done when ${message.name} is delivered again`,
      };
  },
};
