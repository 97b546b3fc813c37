import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const inTransaction: Rule = {
  id: 'calls.in-transaction',
  alias: 'G17',
  *cases({ calls }) {
    for (const { handler, call, to } of calls)
      yield {
        at: call.path,
        fault: all(is(call.fact('sync'), true), is(call.fact('inTransaction'), true)),
        say: () => `${handler.name} keeps rows and a connection locked for as long as ${to ?? 'its callee'} takes`,
      };
  },
};
