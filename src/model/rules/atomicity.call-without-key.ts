import { absent, all, is, some } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const callWithoutKey: Rule = {
  id: 'atomicity.call-without-key',
  alias: 'A4',
  *cases({ calls }) {
    for (const { handler, call, to } of calls)
      yield {
        at: call.path,
        fault: all(is(call.fact('effect'), true), absent(call.fact('key')), some(handler.fact('writes'))),
        say: () =>
          `after a crash between its write and its call ${handler.name} does both again, and ${to ?? 'its callee'} acts twice`,
      };
  },
};
