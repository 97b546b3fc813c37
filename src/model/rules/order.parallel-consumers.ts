import { all, any, ask, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const parallelConsumers: Rule = {
  id: 'order.parallel-consumers',
  alias: 'C3',
  *cases({ deliveries }) {
    for (const { handler, message, channel } of deliveries) {
      const needs = handler.fact('needsOrder');
      yield {
        at: `${handler.path}.concurrency`,
        fault: all(
          is(needs, 'per-key', 'total'),
          is(handler.fact('orderCheck'), 'none'),
          any(
            all(
              is(channel.fact('kind'), 'queue'),
              is(channel.fact('order'), 'total'),
              ask(handler.fact('concurrency'), (count) => count > 1),
            ),
            all(
              is(channel.fact('kind'), 'stream'),
              is(needs, 'total'),
              ask(channel.fact('partitions'), (count) => count > 1),
            ),
          ),
        ),
        say: () => `${handler.name} works on several of ${message.name} at once, and a later one may be done first`,
      };
    }
  },
};
