import { absent, all, is, isEndless } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const unprotectedCall: Rule = {
  id: 'calls.unprotected',
  alias: 'G5',
  *cases({ calls }) {
    for (const { handler, call, to } of calls)
      yield {
        at: call.path,
        fault: all(
          is(call.fact('sync'), true),
          isEndless(call.fact('timeout')),
          absent(call.fact('breaker')),
          absent(call.fact('fallback')),
        ),
        say: () => `${handler.name} falls with ${to ?? 'its callee'}, and has nothing to answer with in its place`,
      };
  },
};
