import { all, is, some } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const publishBeforeCommit: Rule = {
  id: 'outbox.publish-before-commit',
  alias: 'A2',
  *cases({ publications }) {
    for (const { handler, publish } of publications) {
      const message = publish.fact('message').value ?? 'a message';
      yield {
        at: publish.path,
        fault: all(is(publish.fact('via'), 'before-commit'), some(handler.fact('writes'))),
        say: () =>
          `${handler.name} publishes ${message} before it commits: a rollback leaves others acting on what never was`,
      };
    }
  },
};
