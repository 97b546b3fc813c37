import { absent, all, is } from '../answer.ts';
import { isForeign } from '../channel-kinds.ts';
import type { Rule } from '../rule.ts';

export const unlimitedRedelivery: Rule = {
  id: 'queue.unlimited-redelivery',
  alias: 'D1',
  *cases({ channels }) {
    for (const channel of channels) {
      if (isForeign(channel, 'maxDeliveries')) continue;
      yield {
        at: channel.path,
        fault: all(
          absent(channel.fact('dlq')),
          is(channel.fact('delivery'), 'at-least-once'),
          is(channel.fact('maxDeliveries'), Infinity),
        ),
        say: () =>
          `a message that ${channel.name} cannot get processed is delivered for ever, and nothing sets it aside`,
      };
    }
  },
};
