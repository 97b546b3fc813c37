import { is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const fixedAddress: Rule = {
  id: 'calls.fixed-address',
  alias: 'G6',
  *cases({ calls }) {
    for (const { handler, call, to } of calls)
      yield {
        at: call.path,
        fault: is(call.fact('address'), 'fixed'),
        say: () => `${handler.name} loses ${to ?? 'its callee'} when that moves, and reaches only one instance of it`,
      };
  },
};
