import { all, is, some } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const dualWrite: Rule = {
  id: 'outbox.dual-write',
  alias: 'A1',
  *cases({ publications }) {
    for (const { handler, publish } of publications) {
      const message = publish.fact('message').value ?? 'a message';
      yield {
        at: publish.path,
        fault: all(is(publish.fact('via'), 'after-commit'), some(handler.fact('writes'))),
        say: () =>
          `${handler.name} commits, then publishes ${message}: a crash in between leaves the state changed and nobody told`,
      };
    }
  },
};
