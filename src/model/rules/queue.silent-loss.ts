import { absent, all, is, not } from '../answer.ts';
import { isForeign } from '../channel-kinds.ts';
import type { Rule } from '../rule.ts';

export const silentLoss: Rule = {
  id: 'queue.silent-loss',
  alias: 'D2',
  *cases({ channels }) {
    for (const channel of channels) {
      if (isForeign(channel, 'maxDeliveries')) continue;
      yield {
        at: channel.path,
        fault: all(absent(channel.fact('dlq')), not(is(channel.fact('maxDeliveries'), Infinity))),
        say: () =>
          `${channel.name} drops a message after ${channel.fact('maxDeliveries').value ?? 0} deliveries, and nobody is told`,
      };
    }
  },
};
