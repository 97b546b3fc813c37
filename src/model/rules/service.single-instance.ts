import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const singleInstance: Rule = {
  id: 'service.single-instance',
  alias: 'G8',
  *cases({ services }) {
    for (const service of services) {
      // A name alone is no reason to ask how often it runs and what it keeps.
      if ((['stateful', 'critical', 'instances'] as const).every((key) => service.fact(key).value === undefined))
        continue;
      yield {
        at: service.path,
        fault: all(
          is(service.fact('stateful'), true),
          is(service.fact('critical'), true),
          is(service.fact('instances'), 1),
        ),
        say: () => `each restart of ${service.name} stops the work of its users, and a crash may take state along`,
      };
    }
  },
};
