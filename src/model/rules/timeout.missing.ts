import { all, is, isEndless } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const timeoutMissing: Rule = {
  id: 'timeout.missing',
  alias: 'E1',
  *cases({ calls }) {
    for (const { handler, call, to } of calls)
      yield {
        at: call.path,
        fault: all(is(call.fact('sync'), true), isEndless(call.fact('timeout'))),
        say: () =>
          `${handler.name} waits for ${to ?? 'its callee'} without an end, and holds what its own callers wait for`,
      };
  },
};
