import { amount, less, plus, times, type Amount } from './arithmetic.ts';
import type { Part } from './part.ts';
import type { Call, Step } from './schema/index.ts';

/** What a call and a step say of their tries. */
type Tried = Pick<Call & Step, 'attempts' | 'timeout' | 'backoff'>;

/**
 * Longest that all tries take with the pauses between them. Of one try there is no pause, whatever is said of it.
 * @param endless seconds that a try without an end counts as
 */
export function triesTime(of: Part<Tried>, endless = Infinity): Amount {
  const attempts = amount(of.fact('attempts'), 'count');
  const { path, value } = of.fact('timeout');
  const isEndless = value === 'none' || value === Infinity;
  const tries = times(attempts, amount({ path, value: isEndless ? endless : value }));
  return attempts.value === 1 ? tries : plus(tries, times(less(attempts, 1), amount(of.fact('backoff'))));
}
