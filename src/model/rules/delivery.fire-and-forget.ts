import { absent, all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const fireAndForget: Rule = {
  id: 'delivery.fire-and-forget',
  alias: 'A10',
  *cases({ publications }) {
    for (const { publish, message, channel } of publications)
      yield {
        at: publish.path,
        fault: all(
          is(channel.fact('delivery'), 'at-most-once'),
          is(message.fact('required'), true),
          absent(message.fact('reconciled')),
        ),
        say: () => `${channel.name} may lose ${message.name}, and nothing ever notices that its effect is missing`,
      };
  },
};
