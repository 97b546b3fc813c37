import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const timeoutAsFailure: Rule = {
  id: 'outcome.timeout-as-failure',
  alias: 'E8',
  *cases({ calls }) {
    for (const { handler, call, to } of calls)
      yield {
        at: call.path,
        fault: all(is(call.fact('onTimeout'), 'fail'), is(call.fact('effect'), true)),
        say: () =>
          `${handler.name} takes a timeout of ${to ?? 'its callee'} for a failure, though the effect may have happened`,
      };
  },
};
