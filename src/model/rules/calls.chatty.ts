import { all, ask, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

/** Calls for one request that may still be meant. Ours. */
const MOST = 10;

export const chatty: Rule = {
  id: 'calls.chatty',
  alias: 'G11',
  *cases({ calls }) {
    for (const { handler, call, to } of calls)
      yield {
        at: call.path,
        fault: all(
          is(call.fact('sync'), true),
          ask(call.fact('times'), (times) => times > MOST),
        ),
        say: () => `${handler.name} asks ${to ?? 'its callee'} anew for each item, and large requests never end`,
      };
  },
};
