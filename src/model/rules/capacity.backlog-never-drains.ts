import { above, amount, minus, over, plus, times } from '../arithmetic.ts';
import { intakes } from '../intake.ts';
import type { Rule } from '../rule.ts';

export const backlogNeverDrains: Rule = {
  id: 'capacity.backlog-never-drains',
  alias: 'H9',
  *cases(design) {
    const outage = amount(design.goals.fact('outage'));
    const recovery = amount(design.goals.fact('recovery'));
    for (const { handler, channels } of intakes(design)) {
      const arriving = plus(...channels.map((channel) => amount(channel.fact('rate'), 'rate')));
      const most = over(amount(handler.fact('concurrency'), 'count'), amount(handler.fact('mean')), 'rate');
      const drain = over(times(arriving, outage), minus(most, arriving), 'time');
      yield {
        at: `${handler.path}.concurrency`,
        fault: above(drain, recovery),
        say: () =>
          `after an outage ${handler.name} is late for longer than the goal allows, since new messages take up ` +
          `most of what it can do`,
      };
    }
  },
};
