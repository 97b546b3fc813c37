import { absent, all, any, ask } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const noBackoff: Rule = {
  id: 'retry.no-backoff',
  alias: 'E5',
  *cases({ calls }) {
    for (const { handler, call, to } of calls) {
      const backoff = call.fact('backoff');
      const callee = to ?? 'its callee';
      yield {
        at: call.path,
        fault: all(
          ask(call.fact('attempts'), (count) => count > 1),
          any(
            ask(backoff, (pause) => pause === 'none' || pause === 0 || pause === Infinity),
            absent(call.fact('jitter')),
          ),
        ),
        say: () => {
          if (backoff.value === Infinity)
            return `the pauses of ${handler.name} between tries of ${callee} grow without end`;
          return backoff.value === 'none' || backoff.value === 0
            ? `${handler.name} tries ${callee} again at once, and strikes it while it is still failing`
            : `${handler.name} tries ${callee} again after pauses that are the same for all who failed together`;
        },
      };
    }
  },
};
