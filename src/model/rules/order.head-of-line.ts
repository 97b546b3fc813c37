import { all, is } from '../answer.ts';
import { above, amount, less, times } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

export const headOfLine: Rule = {
  id: 'order.head-of-line',
  alias: 'C7',
  *cases({ channels, goals }) {
    const freshness = amount(goals.fact('freshness'));
    for (const channel of channels) {
      const pauses = less(amount(channel.fact('maxDeliveries'), 'count'), 1);
      yield {
        at: channel.path,
        fault: all(
          is(channel.fact('order'), 'per-key', 'total'),
          is(channel.fact('retry'), 'blocking'),
          above(times(pauses, amount(channel.fact('backoff'))), freshness),
        ),
        say: () => `one message of ${channel.name} that cannot be processed makes all behind it late`,
      };
    }
  },
};
