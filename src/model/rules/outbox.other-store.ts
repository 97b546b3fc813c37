import { all, ask, is, some, stated } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const otherStore: Rule = {
  id: 'outbox.other-store',
  alias: 'A7',
  *cases({ publications }) {
    for (const { handler, publish, message } of publications) {
      const outbox = publish.fact('outbox');
      // Most designs do not name the outbox; it is then where the state is.
      if (outbox.value === undefined) continue;
      const written = handler.list('writes').map((write) => write.fact('store'));
      yield {
        at: publish.path,
        fault: all(
          is(publish.fact('via'), 'outbox', 'cdc'),
          some(handler.fact('writes')),
          ...written.map((store) => ask(store, (name) => name !== outbox.value)),
          stated(outbox),
        ),
        say: () =>
          `${handler.name} saves its state and ${message.name} by two commits, and a crash in between loses the message`,
      };
    }
  },
};
