import { absent, all, is, present } from '../answer.ts';
import { changesSomething } from '../effects.ts';
import type { Rule } from '../rule.ts';

export const producerOnly: Rule = {
  id: 'dedup.producer-only',
  alias: 'B4',
  *cases({ deliveries }) {
    for (const { handler, message, channel } of deliveries) {
      // Most channels have no such window, and nothing is to be asked of it.
      if (channel.fact('dedupWindow').value === undefined) continue;
      yield {
        at: `${handler.path}.dedup`,
        fault: all(
          present(channel.fact('dedupWindow')),
          is(channel.fact('delivery'), 'at-least-once'),
          absent(handler.fact('dedup')),
          changesSomething(handler),
        ),
        say: () => `${channel.name} delivers ${message.name} again to ${handler.name}, which does its work again`,
      };
    }
  },
};
