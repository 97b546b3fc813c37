import { all, is, not, present } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const redriveUnsafe: Rule = {
  id: 'dlq.redrive-unsafe',
  alias: 'D10',
  *cases({ deliveries }) {
    for (const { handler, message, channel } of deliveries) {
      const dlq = channel.part('dlq');
      yield {
        at: `${handler.path}.orderCheck`,
        fault: all(
          is(handler.fact('needsOrder'), 'per-key', 'total'),
          is(handler.fact('orderCheck'), 'none'),
          present(channel.fact('dlq')),
          not(is(dlq.fact('redrive'), 'none')),
          is(dlq.fact('holdsKey'), false),
        ),
        say: () => `${message.name}, when it is redriven, makes ${handler.name} overwrite what came after it`,
      };
    }
  },
};
