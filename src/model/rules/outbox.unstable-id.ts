import { all, any, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const unstableId: Rule = {
  id: 'outbox.unstable-id',
  alias: 'A8',
  *cases({ publications }) {
    for (const { publish, message } of publications)
      yield {
        at: publish.path,
        fault: all(
          is(publish.fact('via'), 'outbox', 'cdc', 'swept'),
          any(is(message.fact('id'), 'none'), is(message.fact('idMade'), 'at-publish')),
        ),
        say: () => `when ${message.name} is sent a second time its consumers cannot see that they had it`,
      };
  },
};
