import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const retryTopic: Rule = {
  id: 'order.retry-topic',
  alias: 'C4',
  *cases({ deliveries }) {
    for (const { handler, message, channel } of deliveries)
      yield {
        at: `${channel.path}.retry`,
        fault: all(
          is(handler.fact('needsOrder'), 'per-key', 'total'),
          is(channel.fact('order'), 'per-key', 'total'),
          is(channel.fact('retry'), 'retry-topic'),
          is(handler.fact('orderCheck'), 'none'),
        ),
        say: () =>
          `${message.name}, when it is retried, comes back to ${handler.name} after newer ones, and overwrites them`,
      };
  },
};
