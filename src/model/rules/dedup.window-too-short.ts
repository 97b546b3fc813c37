import { above, amount, constant, plus, times } from '../arithmetic.ts';
import { all, any, is, not, present } from '../answer.ts';
import { isForeign } from '../channel-kinds.ts';
import type { Rule } from '../rule.ts';

export const windowTooShort: Rule = {
  id: 'dedup.window-too-short',
  alias: 'B3',
  *cases({ deliveries, goals }) {
    for (const { handler, message, channel } of deliveries) {
      const dedup = handler.part('dedup');
      const window = amount(dedup.fact('window'));
      const unseen = isForeign(channel, 'ackDeadline') ? constant(0, 'time') : amount(channel.fact('ackDeadline'));
      const redelivery = times(
        amount(channel.fact('maxDeliveries'), 'count'),
        plus(unseen, amount(channel.fact('backoff'))),
      );
      const dlq = channel.part('dlq');
      yield {
        at: `${handler.path}.dedup`,
        fault: all(
          present(handler.fact('dedup')),
          not(is(dedup.fact('kind'), 'natural')),
          is(channel.fact('delivery'), 'at-least-once'),
          any(
            above(redelivery, window),
            all(is(channel.fact('replayed'), true), above(amount(channel.fact('retention')), window)),
            all(is(channel.fact('replayed'), true), above(amount(goals.fact('replayHorizon')), window)),
            all(
              present(channel.fact('dlq')),
              not(is(dlq.fact('redrive'), 'none')),
              above(amount(dlq.fact('retention')), window),
            ),
          ),
        ),
        say: () =>
          `${handler.name} forgets ${message.name} before its last repeat can come, and then takes it for a new one`,
      };
    }
  },
};
