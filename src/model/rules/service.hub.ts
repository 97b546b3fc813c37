import { any, ask } from '../answer.ts';
import { above, constant, over } from '../arithmetic.ts';
import type { Calling, Design } from '../design.ts';
import { groupBy } from '../group.ts';
import { openCalls } from '../open-ends.ts';
import type { Rule } from '../rule.ts';

/** In fewer services one that half of them call says nothing. Ours. */
const LEAST = 6;
const HALF = constant(0.5, 'share');

export const hub: Rule = {
  id: 'service.hub',
  alias: 'G9',
  *cases(design) {
    const others = design.services.length - 1;
    if (others + 1 < LEAST) return;
    const callers = callersOf(design);
    const ends = openCalls(design);
    for (const service of design.services) {
      const calls = callers.get(service.name) ?? [];
      const share = (of: readonly Calling[]) =>
        over(constant(new Set(of.map(({ handler }) => handler.fact('service').value)).size), constant(others), 'share');
      const sure = calls.filter(({ call }) => call.fact('sync').value === true);
      const open = calls.filter(({ call }) => call.fact('sync').value === undefined);
      yield {
        at: service.path,
        fault: any(
          above(share(sure), HALF),
          ...ends,
          // Callers that may wait as well count only once that is stated.
          ...((share(calls).value ?? 0) > 0.5 ? open.map(({ call }) => ask(call.fact('sync'), () => false)) : []),
        ),
        say: () => `when ${service.name} is slow or changed, more than half of all services are`,
      };
    }
  },
};

/** Calls from other services that may be synchronous, by the service that is called. */
function callersOf({ calls }: Design): Map<string | undefined, Calling[]> {
  const between = calls.filter(({ handler, call, service }) => {
    const from = handler.fact('service').value;
    return from !== undefined && service !== undefined && service !== from && call.fact('sync').value !== false;
  });
  return groupBy(between, ({ service }) => service);
}
