import { absent, all, ask, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const retryWithoutKey: Rule = {
  id: 'retry.without-key',
  alias: 'E4',
  *cases({ calls }) {
    for (const { handler, call, to } of calls)
      yield {
        at: call.path,
        fault: all(
          is(call.fact('effect'), true),
          absent(call.fact('key')),
          ask(call.fact('attempts'), (count) => count > 1),
        ),
        say: () => `${handler.name} tries ${to ?? 'its callee'} again after a lost answer, which then acts twice`,
      };
  },
};
