import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const notBoundToPayload: Rule = {
  id: 'key.not-bound-to-payload',
  alias: 'B7',
  *cases({ calls }) {
    for (const { handler, call, to } of calls) {
      const key = call.part('key');
      if (key.value === undefined) continue;
      yield {
        at: key.path,
        fault: all(is(call.fact('effect'), true), is(key.fact('bound'), false)),
        say: () => `${to ?? 'the callee'} answers another request of ${handler.name} with the result of an earlier one`,
      };
    }
  },
};
