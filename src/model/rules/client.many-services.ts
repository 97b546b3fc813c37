import { all, any, is } from '../answer.ts';
import { above, amount, constant } from '../arithmetic.ts';
import type { Design } from '../design.ts';
import { openCalls } from '../open-ends.ts';
import type { Rule } from '../rule.ts';

export const manyServices: Rule = {
  id: 'client.many-services',
  alias: 'G7',
  *cases(design) {
    const called = calledBy(design);
    const open = openCalls(design);
    for (const service of design.services) {
      const { size } = called.get(service.name) ?? new Set();
      if (service.fact('kind').value !== 'client' || size === 0) continue;
      yield {
        at: service.path,
        fault: all(
          is(service.fact('kind'), 'client'),
          any(above(constant(size), amount(design.goals.fact('clientCalls'), 'count')), ...open),
        ),
        say: () => `every change of ${size} services reaches ${service.name}, which others have to update`,
      };
    }
  },
};

/** Services that each service calls, whichever way. */
function calledBy({ calls }: Design): Map<string, Set<string>> {
  const called = new Map<string, Set<string>>();
  for (const { handler, service } of calls) {
    const from = handler.fact('service').value;
    if (from === undefined || service === undefined || service === from) continue;
    called.set(from, (called.get(from) ?? new Set()).add(service));
  }
  return called;
}
