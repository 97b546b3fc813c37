import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const dedupNotAtomic: Rule = {
  id: 'dedup.not-atomic',
  alias: 'B2',
  *cases({ deliveries }) {
    for (const { handler, message, channel } of deliveries) {
      const dedup = handler.part('dedup');
      if (dedup.value === undefined) continue;
      yield {
        at: dedup.path,
        fault: all(
          is(dedup.fact('kind'), 'inbox', 'cache'),
          is(dedup.fact('atomic'), false),
          is(channel.fact('delivery'), 'at-least-once'),
        ),
        say: () => `a crash of ${handler.name} between its effect and its note lets ${message.name} be done again`,
      };
    }
  },
};
