import { all, ask, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const oneFailsAll: Rule = {
  id: 'batch.one-fails-all',
  alias: 'D9',
  *cases({ deliveries }) {
    for (const { handler, message, channel } of deliveries)
      yield {
        at: `${handler.path}.onBatchFailure`,
        fault: all(
          ask(channel.fact('batchMax'), (count) => count > 1),
          is(handler.fact('onBatchFailure'), 'whole'),
        ),
        say: () =>
          `one ${message.name} that fails makes ${handler.name} do its whole batch again, and parks it in the end`,
      };
  },
};
