import { all, any, is, isEndless, not, present } from '../../../model/answer.ts';
import type { Calling } from '../../../model/design.ts';
import type { Counted, Told } from '../../ledger.ts';
import type { Variable } from '../../program.ts';
import { bounded, MANY } from '../tries.ts';
import type { Work } from './work.ts';

/** A call while its program is drafted. */
export interface CallState {
  readonly calling: Calling;
  readonly name: string;
  /** The worker waits for it here. */
  readonly position: number;
  readonly effect: Told;
  readonly waits: boolean;
  /** Requests on their way. */
  readonly requests: Variable;
  readonly answer: Variable;
  readonly tries: Variable;
  readonly done: Variable;
  /** The callee has the key of the work. */
  readonly known: Variable;
  /** The caller has given up. */
  readonly given: Variable;
  readonly key: Told;
  readonly attempts: Counted;
  readonly mustWait: Told;
}

/** Reads what is said of a call and makes its variables. */
export function call(work: Work, calling: Calling, position: number): CallState {
  const { draft, ledger, handler, effects, volatile } = work;
  const { call: stated } = calling;
  const name = calling.to ?? 'the callee';
  const effect = ledger.risks(is(stated.fact('effect'), true));
  const counted = ledger.count(stated.fact('attempts'), 1, 2);
  const variable = (what: string, max = 1) => draft.variable(`${what} of ${name}`, max);
  const state = {
    calling,
    name,
    position,
    effect,
    waits: stated.fact('sync').value !== false,
    requests: variable('requests', 2),
    answer: variable('answer'),
    tries: variable('tries', MANY),
    done: variable('done', 2),
    known: variable('known'),
    given: variable('given up'),
    key: effect.is ? ledger.guards(recognised(calling, handler)) : { is: true, facts: [] },
    attempts: bounded(counted),
    mustWait: ledger.guards(not(isEndless(stated.fact('timeout')))),
  };
  volatile.push(state.answer.set(0), state.tries.set(0));
  work.pending.push(state.requests.is(0));
  if (effect.is)
    effects.push({
      name: `what ${name} does`,
      path: stated.path,
      variable: state.done,
      isNeeded: true,
      isState: false,
    });
  return state;
}

/** A repeat is recognised by its key, by a claim that was made before, or since it changes nothing. */
function recognised({ call: stated, target }: Calling, handler: Work['handler']) {
  const key = all(present(stated.fact('key')), not(is(stated.part('key').fact('scope'), 'attempt')));
  const claimed = handler.fact('irreversible').value === true ? [is(handler.fact('claim'), 'before')] : [];
  const natural =
    target === undefined || target.part('dedup').value === undefined
      ? []
      : [is(target.part('dedup').fact('kind'), 'natural')];
  return any(key, ...claimed, ...natural);
}
