import { all, any, ask } from '../answer.ts';
import { above, amount, inUnit, plus, times } from '../arithmetic.ts';
import { intakes } from '../intake.ts';
import type { Rule } from '../rule.ts';

export const poolTooSmall: Rule = {
  id: 'capacity.pool-too-small',
  alias: 'H12',
  *cases(design) {
    const channelsOf = new Map(intakes(design).map(({ handler, channels }) => [handler, channels]));
    for (const handler of design.handlers) {
      const service = design.serviceOf(handler);
      const channels = channelsOf.get(handler) ?? [];
      const places = times(amount(service.fact('pool'), 'count'), amount(service.fact('instances'), 'count'));
      const arriving = plus(...channels.map((channel) => amount(channel.fact('rate'), 'rate')));
      const inWork = inUnit(times(arriving, amount(handler.fact('mean'))), 'count');
      yield {
        at: `${handler.path}.concurrency`,
        fault: all(
          above(amount(handler.fact('concurrency'), 'count'), places),
          any(
            // Of requests only what is planned can be known; `unlimited` is no plan.
            all(
              ask(handler.fact('on'), (names) => names.includes('request')),
              ask(handler.fact('concurrency'), (count) => Number.isFinite(count)),
            ),
            ...(channels.length > 0 ? [above(inWork, places)] : []),
          ),
        ),
        say: () =>
          `work of ${handler.name} waits for the pool of ${service.name} at its planned load, and times out there`,
      };
    }
  },
};
