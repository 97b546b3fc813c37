import { absent, all, is } from '../answer.ts';
import { changesSomething } from '../effects.ts';
import type { Rule } from '../rule.ts';

export const exactlyOnceBeyondBroker: Rule = {
  id: 'delivery.exactly-once-beyond-broker',
  alias: 'A12',
  *cases({ deliveries }) {
    for (const { handler, message, channel } of deliveries)
      yield {
        at: `${handler.path}.dedup`,
        fault: all(
          is(channel.fact('delivery'), 'broker-exactly-once'),
          absent(handler.fact('dedup')),
          changesSomething(handler),
        ),
        say: () =>
          `${handler.name} does its work on ${message.name} again after a restart, whatever ${channel.name} promises`,
      };
  },
};
