import { all, any, is } from '../answer.ts';
import { above, amount, constant } from '../arithmetic.ts';
import { callsBetweenServices } from '../between-services.ts';
import { groupBy } from '../group.ts';
import { openCalls } from '../open-ends.ts';
import type { Rule } from '../rule.ts';

export const manyServices: Rule = {
  id: 'client.many-services',
  alias: 'G7',
  *cases(design) {
    const called = groupBy(callsBetweenServices(design), ({ from }) => from);
    const open = openCalls(design);
    for (const service of design.services) {
      const { size } = new Set(called.get(service.name)?.map((call) => call.service));
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
