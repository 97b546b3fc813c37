import { all, any, is, not } from '../answer.ts';
import { intakes } from '../intake.ts';
import type { Rule } from '../rule.ts';

export const arrivalTime: Rule = {
  id: 'window.arrival-time',
  alias: 'H18',
  *cases(design) {
    for (const { handler, channels } of intakes(design)) {
      const window = handler.fact('window');
      // Most handlers have no time window, and are not asked about one.
      if (window.value === undefined) continue;
      const late = channels.map((channel) =>
        any(
          // Whatever is delivered again is late.
          not(is(channel.fact('delivery'), 'at-most-once')),
          is(channel.fact('replayed'), true),
          is(channel.fact('order'), 'none'),
        ),
      );
      yield {
        at: `${handler.path}.window`,
        fault: all(is(window, 'arrival-time'), any(...late)),
        say: () => `${handler.name} counts a message that comes late in the window in which it arrives, not in its own`,
      };
    }
  },
};
