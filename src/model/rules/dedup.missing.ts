import { absent, all, any, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const dedupMissing: Rule = {
  id: 'dedup.missing',
  alias: 'B1',
  *cases({ deliveries }) {
    for (const { handler, message, channel } of deliveries)
      for (const write of handler.list('writes'))
        yield {
          at: write.path,
          fault: all(
            is(channel.fact('delivery'), 'at-least-once'),
            any(
              is(write.fact('mode'), 'increment', 'append'),
              all(is(write.fact('mode'), 'insert'), is(write.fact('unique'), false)),
            ),
            absent(handler.fact('dedup')),
          ),
          say: () =>
            `${handler.name} applies ${message.name} again when it is delivered again, and ${write.fact('store').value ?? 'its store'} counts it twice`,
        };
  },
};
