import { all, any, inDoubt, is } from '../answer.ts';
import { above, amount, constant, plus, times, type Amount } from '../arithmetic.ts';
import type { Calling } from '../design.ts';
import { groupBy } from '../group.ts';
import type { Rule } from '../rule.ts';

export const latencySum: Rule = {
  id: 'latency.sum',
  alias: 'G4',
  *cases(design) {
    const goal = amount(design.goals.fact('latency'));
    const waits = design.calls.filter(({ call }) => call.fact('sync').value !== false);
    for (const [handler, listed] of groupBy(waits, (calling) => calling.handler)) {
      if (handler.fact('on').value?.includes('request') !== true) continue;
      // Of a service without handlers nothing is known that could be added up.
      const calls = listed.filter(({ target }) => target !== undefined);
      const ends = listed.filter(({ to }) => to === undefined).map(({ call }) => inDoubt(call.fact('to')));
      const waited = calls.filter(({ call }) => call.fact('sync').value === true);
      yield {
        at: handler.path,
        fault: any(
          ...ends,
          // What is not stated takes some time at least, and is asked for once at least.
          above(plus(...waited.map(leastTime)), goal),
          all(...calls.map(({ call }) => is(call.fact('sync'), true)), above(plus(...calls.map(mostTime)), goal)),
        ),
        say: () => `${handler.name} may take longer than the goal when what it waits for is slow`,
      };
    }
  },
};

function mostTime({ call, target }: Calling): Amount {
  const p99 = target === undefined ? { path: call.path, value: undefined } : target.fact('p99');
  return times(amount(call.fact('times'), 'count'), amount(p99));
}

function leastTime({ call, target }: Calling): Amount {
  const p99 = target?.fact('p99');
  if (p99?.value === undefined) return constant(0, 'time');
  return call.fact('times').value === undefined ? amount(p99) : times(amount(call.fact('times'), 'count'), amount(p99));
}
