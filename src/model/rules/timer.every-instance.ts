import { absent, all, ask, is } from '../answer.ts';
import { isSeen } from '../effects.ts';
import type { Rule } from '../rule.ts';

export const everyInstance: Rule = {
  id: 'timer.every-instance',
  alias: 'H7',
  *cases(design) {
    for (const handler of design.handlers) {
      if (handler.fact('on').value?.includes('timer') !== true) continue;
      const service = design.serviceOf(handler);
      yield {
        at: `${handler.path}.singleton`,
        fault: all(
          is(handler.fact('singleton'), 'none'),
          ask(service.fact('instances'), (count) => count > 1),
          isSeen(handler),
          // Runs that recognise each other, or that change nothing the second time, may be many.
          absent(handler.fact('dedup')),
        ),
        say: () =>
          `every instance of ${service.name} starts ${handler.name} at its time, and what it does is done once for each`,
      };
    }
  },
};
