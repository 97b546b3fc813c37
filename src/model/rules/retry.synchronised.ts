import { absent, all, ask, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const synchronisedRetries: Rule = {
  id: 'retry.synchronised',
  alias: 'E11',
  *cases(design) {
    for (const { handler, call, to } of design.calls)
      yield {
        at: call.path,
        fault: all(
          is(call.fact('growth'), 'fixed'),
          absent(call.fact('jitter')),
          ask(call.fact('attempts'), (count) => count > 1),
          ask(design.serviceOf(handler).fact('instances'), (count) => count > 1),
        ),
        say: () =>
          `all instances of ${handler.fact('service').value ?? handler.name} that fail together try ` +
          `${to ?? 'its callee'} again at the same moments`,
      };
  },
};
