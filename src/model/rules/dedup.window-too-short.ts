import { above, amount } from '../arithmetic.ts';
import { all, any, is, not, present } from '../answer.ts';
import { deliversAfter, redrivesAfter } from '../redelivery.ts';
import type { Rule } from '../rule.ts';

export const windowTooShort: Rule = {
  id: 'dedup.window-too-short',
  alias: 'B3',
  *cases({ deliveries, goals }) {
    for (const { handler, message, channel } of deliveries) {
      const dedup = handler.part('dedup');
      const window = amount(dedup.fact('window'));
      yield {
        at: `${handler.path}.dedup`,
        fault: all(
          present(handler.fact('dedup')),
          not(is(dedup.fact('kind'), 'natural')),
          is(channel.fact('delivery'), 'at-least-once'),
          any(
            deliversAfter(channel, window),
            all(is(channel.fact('replayed'), true), above(amount(channel.fact('retention')), window)),
            all(is(channel.fact('replayed'), true), above(amount(goals.fact('replayHorizon')), window)),
            redrivesAfter(channel, window),
          ),
        ),
        say: () =>
          `${handler.name} forgets ${message.name} before its last repeat can come, and then takes it for a new one`,
      };
    }
  },
};
