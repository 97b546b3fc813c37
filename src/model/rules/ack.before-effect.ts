import { all, any, is, some } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const ackBeforeEffect: Rule = {
  id: 'ack.before-effect',
  alias: 'A9',
  *cases({ deliveries }) {
    for (const { handler, message } of deliveries)
      yield {
        at: `${handler.path}.ack`,
        fault: all(
          is(handler.fact('ack'), 'before'),
          any(some(handler.fact('writes')), some(handler.fact('publishes'))),
        ),
        say: () =>
          `${handler.name} acknowledges ${message.name} before its work is done: a crash in between loses the work`,
      };
  },
};
