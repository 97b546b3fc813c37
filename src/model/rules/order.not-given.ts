import { all, any, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const orderNotGiven: Rule = {
  id: 'order.not-given',
  alias: 'C1',
  *cases({ deliveries }) {
    for (const { handler, message, channel } of deliveries) {
      const needs = handler.fact('needsOrder');
      const given = channel.fact('order');
      yield {
        at: `${handler.path}.needsOrder`,
        fault: all(
          is(needs, 'per-key', 'total'),
          is(handler.fact('orderCheck'), 'none'),
          any(is(given, 'none'), all(is(needs, 'total'), is(given, 'per-key'))),
        ),
        say: () =>
          `${channel.name} may hand ${message.name} to ${handler.name} out of order, and an old one overwrites a new one`,
      };
    }
  },
};
