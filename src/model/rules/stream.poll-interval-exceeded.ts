import { all, is } from '../answer.ts';
import { above, amount, times } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

export const pollIntervalExceeded: Rule = {
  id: 'stream.poll-interval-exceeded',
  alias: 'B11',
  *cases({ deliveries }) {
    for (const { handler, channel } of deliveries) {
      if (channel.fact('kind').value !== 'stream') continue;
      const batch = times(amount(channel.fact('batchMax'), 'count'), amount(handler.fact('p99')));
      yield {
        at: channel.path,
        fault: all(is(channel.fact('kind'), 'stream'), above(batch, amount(channel.fact('maxPoll')))),
        say: () =>
          `${handler.name} loses its partitions of ${channel.name} in the middle of a batch, and two work on it`,
      };
    }
  },
};
