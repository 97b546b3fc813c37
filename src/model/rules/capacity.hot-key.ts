import { all, is } from '../answer.ts';
import { above, amount, times } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

export const hotKey: Rule = {
  id: 'capacity.hot-key',
  alias: 'H11',
  *cases({ channels }) {
    for (const channel of channels) {
      const busiest = times(amount(channel.fact('hotShare'), 'share'), amount(channel.fact('rate'), 'rate'));
      yield {
        at: `${channel.path}.hotShare`,
        fault: all(is(channel.fact('order'), 'per-key'), above(busiest, amount(channel.fact('partitionRate'), 'rate'))),
        say: () =>
          `the busiest ${channel.fact('key').value ?? 'key'} of ${channel.name} fills its partition alone, ` +
          `and no further partition takes anything off it`,
      };
    }
  },
};
