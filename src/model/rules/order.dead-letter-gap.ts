import { all, is, present } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const deadLetterGap: Rule = {
  id: 'order.dead-letter-gap',
  alias: 'C5',
  *cases({ deliveries }) {
    for (const { handler, message, channel } of deliveries)
      yield {
        at: `${channel.path}.dlq`,
        fault: all(
          is(handler.fact('needsOrder'), 'per-key', 'total'),
          is(channel.fact('order'), 'per-key', 'total'),
          is(handler.fact('orderCheck'), 'none'),
          present(channel.fact('dlq')),
          is(channel.part('dlq').fact('holdsKey'), false),
        ),
        say: () =>
          `when one ${message.name} is parked, ${handler.name} applies what came after it as if it were not missing`,
      };
  },
};
