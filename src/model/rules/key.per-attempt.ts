import { all, ask, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const perAttempt: Rule = {
  id: 'key.per-attempt',
  alias: 'B6',
  *cases({ calls, deliveries }) {
    for (const { handler, call, to } of calls) {
      const key = call.part('key');
      if (key.value === undefined) continue;
      yield {
        at: key.path,
        fault: all(
          is(key.fact('scope'), 'attempt'),
          is(call.fact('effect'), true),
          ask(call.fact('attempts'), (count) => count > 1),
        ),
        say: () => `${to ?? 'the callee'} takes each try of ${handler.name} for new work`,
      };
    }
    for (const { handler, message, channel } of deliveries) {
      const dedup = handler.part('dedup');
      if (dedup.value === undefined) continue;
      yield {
        at: dedup.path,
        fault: all(is(dedup.fact('scope'), 'attempt'), is(channel.fact('delivery'), 'at-least-once')),
        say: () => `${handler.name} takes each delivery of ${message.name} for new work`,
      };
    }
  },
};
