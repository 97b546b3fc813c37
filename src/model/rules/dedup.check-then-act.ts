import { all, any, ask, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const checkThenAct: Rule = {
  id: 'dedup.check-then-act',
  alias: 'B9',
  *cases(design) {
    for (const { handler, message } of design.deliveries) {
      const dedup = handler.part('dedup');
      if (dedup.value === undefined) continue;
      yield {
        at: dedup.path,
        fault: all(
          is(dedup.fact('check'), 'check-then-act'),
          any(
            ask(handler.fact('concurrency'), (count) => count > 1),
            ask(design.serviceOf(handler).fact('instances'), (count) => count > 1),
          ),
        ),
        say: () =>
          `two deliveries of ${message.name} at once both pass the check of ${handler.name}, and both are done`,
      };
    }
  },
};
