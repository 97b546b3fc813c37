import { all, ask, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const permanentErrors: Rule = {
  id: 'retry.permanent-errors',
  alias: 'E7',
  *cases({ calls }) {
    for (const { handler, call, to } of calls)
      yield {
        at: call.path,
        fault: all(
          is(call.fact('retryOn'), 'all'),
          ask(call.fact('attempts'), (count) => count > 1),
        ),
        say: () => `${handler.name} tries ${to ?? 'its callee'} again after errors that no further try can cure`,
      };
  },
};
