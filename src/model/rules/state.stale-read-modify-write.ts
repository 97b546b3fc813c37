import { all, is } from '../answer.ts';
import { above, amount, constant } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

const NOW = constant(0, 'time');

export const staleReadModifyWrite: Rule = {
  id: 'state.stale-read-modify-write',
  alias: 'A11',
  *cases(design) {
    for (const handler of design.handlers)
      for (const write of handler.list('writes')) {
        // Most writes are not derived from another store, and are not asked about.
        if (write.fact('from').value === undefined) continue;
        const from = design.store(write.fact('from'));
        yield {
          at: write.path,
          fault: all(
            is(write.fact('mode'), 'set', 'upsert'),
            is(write.fact('guard'), 'none'),
            above(amount(from.fact('lag')), NOW),
          ),
          say: () =>
            `${handler.name} overwrites with what it made of an old state of ${from.name}, and newer changes are gone`,
        };
      }
  },
};
