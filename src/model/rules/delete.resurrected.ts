import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const resurrected: Rule = {
  id: 'delete.resurrected',
  alias: 'C9',
  *cases(design) {
    for (const { handler, message, channel } of design.deliveries)
      for (const write of handler.list('writes')) {
        const store = design.store(write.fact('store'));
        yield {
          at: write.path,
          fault: all(
            is(store.fact('deletes'), 'hard'),
            is(write.fact('mode'), 'set', 'upsert', 'insert'),
            is(channel.fact('order'), 'none'),
            is(handler.fact('orderCheck'), 'none'),
          ),
          say: () => `a late ${message.name} makes ${handler.name} create again what was deleted in ${store.name}`,
        };
      }
  },
};
