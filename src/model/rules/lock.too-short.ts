import { absent, all } from '../answer.ts';
import { amount, below, constant, plus, times } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

/** The clock of the holder may be behind by the skew and that of the lock's keeper ahead by it. */
const CLOCKS = constant(2);

export const lockTooShort: Rule = {
  id: 'lock.too-short',
  alias: 'H6',
  *cases({ locks }) {
    for (const lock of locks) {
      const skew = times(CLOCKS, amount(lock.fact('skew')));
      const standstill = plus(amount(lock.fact('pause')), skew, amount(lock.fact('rtt')));
      yield {
        at: `${lock.path}.ttl`,
        fault: all(
          // With a token an early end costs work that is done again, and no more.
          absent(lock.fact('fencing')),
          below(amount(lock.fact('ttl')), standstill),
        ),
        say: () => `${lock.name} ends while its holder only stands still, and two hold it at once`,
      };
    }
  },
};
