import { all, ask, is } from '../answer.ts';
import { amount, below, plus } from '../arithmetic.ts';
import { intakes } from '../intake.ts';
import type { Rule } from '../rule.ts';

export const idleConsumers: Rule = {
  id: 'capacity.idle-consumers',
  alias: 'H10',
  *cases(design) {
    for (const { handler, channels } of intakes(design)) {
      const concurrency = handler.fact('concurrency');
      const partitions = plus(...channels.map((channel) => amount(channel.fact('partitions'), 'count')));
      yield {
        at: `${handler.path}.concurrency`,
        fault: all(
          ...channels.map((channel) => is(channel.fact('kind'), 'stream')),
          // `unlimited` follows the load; it is no plan that partitions could thwart.
          ask(concurrency, (count) => Number.isFinite(count)),
          below(partitions, amount(concurrency, 'count')),
        ),
        say: () =>
          `some consumers of ${handler.name} never get a partition of ${channels.map(({ name }) => name).join(' or ')}, ` +
          `and the planned rate is not reached`,
      };
    }
  },
};
