import { is } from '../../../model/answer.ts';
import { gatewayTooShort } from '../../../model/rules/timeout.gateway-too-short.ts';
import { factsOf } from '../../ledger.ts';
import { and, negate, NEVER, or, type Condition } from '../../program.ts';
import { faultAt } from '../fault-at.ts';
import { idle, type Work } from './work.ts';

/** Nothing moves any more. */
export function over(work: Work): Condition {
  return and(idle(work), ...work.moving.map(negate), ...work.pending);
}

/** What must never come about in a handler's work. */
export function claims(work: Work): void {
  const { draft, ledger, effects, delivery, actor, trigger } = work;
  const needed = effects.filter(({ isNeeded }) => isNeeded);
  const ended = over(work);
  const missing = or(...needed.map(({ variable }) => variable.is(0)));
  const some = or(...needed.map(({ variable }) => variable.atLeast(1)));
  const isOwed = delivery !== undefined && ledger.risks(is(delivery.message.fact('required'), true)).is;
  const cut = cutsOff(work);
  draft.claim({
    property: 'all-or-nothing',
    violated: and(ended, or(and(missing, isOwed ? and() : some), and(cut, some))),
    say: `the work of ${actor} on ${trigger} is over, and not all of it is in place`,
    cases: [
      ...needed.map(({ name, variable }) => ({ when: variable.is(0), say: `${name} is missing` })),
      { when: cut, say: 'its user was told that it failed' },
    ],
    facts: needed.flatMap(({ facts = [] }) => facts),
  });
  draft.claim({
    property: 'once',
    violated: or(...effects.map(({ variable }) => variable.is(2))),
    say: `${trigger} had an effect more than once in ${actor}`,
    cases: effects.map(({ name, variable }) => ({ when: variable.is(2), say: name })),
  });
}

/** A gateway that is stated to give up sooner than the handler may be done. @returns that it has */
function cutsOff({ draft, ledger, design, handler, delivery, at, trigger }: Work): Condition {
  if (delivery !== undefined || handler.fact('gatewayTimeout').value === undefined) return NEVER;
  const short = ledger.risks(faultAt(design, gatewayTooShort, handler.path));
  if (!short.is) return NEVER;
  const told = draft.variable('cut off');
  const text = `the gateway cuts ${trigger} off and tells its user that it failed`;
  draft.step('the gateway', text, and(at.atLeast(1), told.is(0)), [told.set(1)], { facts: factsOf(short) });
  return told.is(1);
}
