import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const partitionGrowth: Rule = {
  id: 'order.partition-growth',
  alias: 'C6',
  *cases({ deliveries }) {
    for (const { handler, message, channel } of deliveries)
      yield {
        at: `${channel.path}.growth`,
        fault: all(
          is(handler.fact('needsOrder'), 'per-key', 'total'),
          is(channel.fact('order'), 'per-key'),
          is(handler.fact('orderCheck'), 'none'),
          is(channel.fact('growth'), 'live'),
        ),
        say: () =>
          `when ${channel.name} gets partitions, newer ${message.name} may reach ${handler.name} before older ones`,
      };
  },
};
