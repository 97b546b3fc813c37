import { amount, atLeast, constant, over, times } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

/** Share of their time that consumers may be busy; beyond it waiting grows faster than load. Ours, after queueing theory. */
const MOST = 0.8;

export const utilisation: Rule = {
  id: 'capacity.utilisation',
  alias: 'H8',
  *cases({ deliveries }) {
    for (const { handler, channel } of deliveries) {
      const work = times(amount(channel.fact('rate'), 'rate'), amount(handler.fact('mean')));
      yield {
        at: `${handler.path}.concurrency`,
        fault: atLeast(over(work, amount(handler.fact('concurrency'), 'count'), 'share'), constant(MOST, 'share')),
        say: () =>
          `${handler.name} is busy nearly all the time: a small rise of ${channel.name} makes its backlog grow without end`,
      };
    }
  },
};
