import { is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const timeoutAsSuccess: Rule = {
  id: 'outcome.timeout-as-success',
  alias: 'E9',
  *cases({ calls }) {
    for (const { handler, call, to } of calls)
      yield {
        at: call.path,
        fault: is(call.fact('onTimeout'), 'assume-done'),
        say: () =>
          `${handler.name} goes on after a timeout as if ${to ?? 'its callee'} had done its work, which it may not have`,
      };
  },
};
