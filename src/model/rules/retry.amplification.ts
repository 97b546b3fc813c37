import { all, any, ask, inDoubt, is, known } from '../answer.ts';
import { above, amount, constant, times, type Amount } from '../arithmetic.ts';
import { CallChains } from '../call-chains.ts';
import type { Part } from '../part.ts';
import { show } from '../show.ts';
import type { Rule } from '../rule.ts';
import type { Call } from '../schema/index.ts';

/** Calls that one call may turn into: three tries in each of two layers. */
const MOST = constant(9);

export const amplification: Rule = {
  id: 'retry.amplification',
  alias: 'E3',
  *cases(design) {
    const chains = new CallChains(design);
    for (const calling of design.calls) {
      const { handler, call, to, target } = calling;
      if (target === undefined || (target.fact('calls').value ?? []).length === 0) continue;
      const { retries, open } = chains.below(calling);
      const tries = times(triesOf(call), ...retries.map(triesOf));
      const last = retries.at(-1)?.fact('to').value ?? 'the last callee';
      yield {
        at: call.path,
        fault: all(
          is(call.fact('sync'), true),
          ask(call.fact('attempts'), (count) => count > 1),
          any(
            all(known(retries.length > 0), above(tries, MOST)),
            // A greater product may rest on these: with one of them unstated, it cannot be ruled out.
            ...open.map(inDoubt),
          ),
        ),
        say: () =>
          `${handler.name} retries ${to ?? target.name}, which retries too: one request may become ` +
          `${show(tries.value ?? 0, 'count')} calls of ${last}`,
      };
    }
  },
};

function triesOf(call: Part<Call>): Amount {
  return amount(call.fact('attempts'), 'count');
}
