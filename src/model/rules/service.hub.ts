import { any, inDoubt } from '../answer.ts';
import { above, constant, over } from '../arithmetic.ts';
import { waitsBetweenServices, type ServiceCall } from '../between-services.ts';
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
    const callers = groupBy(waitsBetweenServices(design), ({ service }) => service);
    const ends = openCalls(design);
    for (const service of design.services) {
      const calls = callers.get(service.name) ?? [];
      const share = (of: readonly ServiceCall[]) =>
        over(constant(new Set(of.map(({ from }) => from)).size), constant(others), 'share');
      const sure = calls.filter(({ call }) => call.fact('sync').value === true);
      const open = calls.filter(({ call }) => call.fact('sync').value === undefined);
      yield {
        at: service.path,
        fault: any(
          above(share(sure), HALF),
          ...ends,
          // Callers that may wait as well count only once that is stated.
          ...((share(calls).value ?? 0) > 0.5 ? open.map(({ call }) => inDoubt(call.fact('sync'))) : []),
        ),
        say: () => `when ${service.name} is slow or changed, more than half of all services are`,
      };
    }
  },
};
