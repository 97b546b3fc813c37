import { is } from '../../../model/answer.ts';
import { gatewayTooShort } from '../../../model/rules/timeout.gateway-too-short.ts';
import { factsOf } from '../../ledger.ts';
import { and, negate, or, type Condition } from '../../program.ts';
import { faultAt } from '../fault-at.ts';
import { idle, type Work } from './work.ts';

/** Nothing moves any more. */
export function over(work: Work): Condition {
  return and(idle(work), ...work.moving.map(negate), ...work.pending);
}

/** What must never come about in a handler's work. */
export function claims(work: Work): void {
  const { draft, ledger, design, handler, effects, delivery, actor, at, trigger } = work;
  const needed = effects.filter(({ isNeeded }) => isNeeded);
  const ended = over(work);
  const missing = or(...needed.map(({ variable }) => variable.is(0)));
  const some = or(...needed.map(({ variable }) => variable.atLeast(1)));
  const isOwed = delivery !== undefined && ledger.risks(is(delivery.message.fact('required'), true)).is;
  const parts = [and(ended, missing, isOwed ? and() : some)];
  const cut =
    delivery === undefined ? ledger.risks(faultAt(design, gatewayTooShort, handler.path)) : { is: false, facts: [] };
  if (cut.is) {
    const told = draft.variable('cut off');
    draft.step(
      'the gateway',
      `the gateway cuts ${trigger} off and tells its user that it failed`,
      and(at.atLeast(1), told.is(0)),
      [told.set(1)],
      { facts: factsOf(cut) },
    );
    parts.push(and(ended, told.is(1), some));
  }
  draft.claim({
    property: 'all-or-nothing',
    violated: or(...parts),
    say: `the work of ${actor} on ${trigger} is over, and not all of it is in place: ${needed.map(({ name }) => name).join(', ')}`,
  });
  draft.claim({
    property: 'once',
    violated: or(...effects.map(({ variable }) => variable.is(2))),
    say: `${trigger} had an effect twice in ${actor}: ${effects.map(({ name }) => name).join(', ')}`,
  });
}
