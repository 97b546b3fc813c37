import { absent, all, is, isEndless, not } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const abandonedWork: Rule = {
  id: 'timeout.abandoned-work',
  alias: 'E14',
  *cases({ calls }) {
    for (const { handler, call, target } of calls) {
      if (target === undefined) continue;
      yield {
        at: call.path,
        fault: all(
          absent(target.fact('cancels')),
          is(call.fact('sync'), true),
          is(call.fact('effect'), true),
          not(isEndless(call.fact('timeout'))),
          // Who asks for the outcome has not given up on it.
          not(is(call.fact('onTimeout'), 'query')),
        ),
        say: () => `${target.name} goes on and makes its change after ${handler.name} has given up on it`,
      };
    }
  },
};
