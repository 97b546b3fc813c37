import { is, present } from '../../../model/answer.ts';
import { isForeign } from '../../../model/channel-kinds.ts';
import type { Delivery } from '../../../model/design.ts';
import { expiresUnhandled } from '../../../model/rules/message.expires-unhandled.ts';
import { retentionTooShort } from '../../../model/rules/queue.retention-too-short.ts';
import { factsOf } from '../../ledger.ts';
import { and, negate, or } from '../../program.ts';
import { faultAt } from '../fault-at.ts';
import { poison } from './dead-letters.ts';
import type { Dedup } from './saving.ts';
import { idle, type Work } from './work.ts';

/** How a message comes to the handler, comes again, and is lost. */
export function intake(work: Work, delivery: Delivery): void {
  const { draft, ledger, waiting, at, seen, actor } = work;
  const { channel, message, handler } = delivery;
  const once = ledger.risks(is(channel.fact('delivery'), 'at-most-once'));
  const early = ledger.risks(is(handler.fact('ack'), 'before'));
  const keeps = !early.is && !once.is;
  draft.step(
    channel.name,
    `${channel.name} delivers ${message.name} to ${actor}`,
    and(at.is(0), waiting.atLeast(1), seen.is(0)),
    [waiting.down(), at.set(1)],
    { to: actor, declared: message.name },
  );
  crashes(work, keeps, factsOf(early, once));
  if (once.is)
    draft.step(channel.name, `${channel.name} loses ${message.name}`, waiting.atLeast(1), [waiting.down()], {
      fault: 'lose',
      facts: factsOf(once),
    });
  const repeats = ledger.risks(is(channel.fact('delivery'), 'at-least-once'));
  if (repeats.is)
    draft.step(channel.name, `${channel.name} has a second copy of ${message.name}`, waiting.below(2), [waiting.up()], {
      fault: 'duplicate',
      facts: factsOf(repeats),
    });
  vanishes(work, delivery);
  if (!once.is && !isForeign(channel, 'maxDeliveries')) poison(work, delivery);
}

/** The worker's process ends: what it had in memory is gone, and what it had not acknowledged comes back. */
function crashes(
  { draft, at, waiting, volatile, actor, trigger }: Work,
  keeps: boolean,
  facts: readonly string[],
): void {
  draft.step(
    actor,
    keeps
      ? `${actor} crashes; ${trigger} was not acknowledged and comes back`
      : `${actor} crashes, and ${trigger} is gone`,
    at.atLeast(1),
    [at.set(0), ...(keeps ? [waiting.up()] : []), ...volatile],
    { fault: 'crash', facts },
  );
}

/**
 * Who asked asks again as long as nothing was saved; once it is, what was left out stays left out, unless the request is
 * recognised when it comes again: then it may, for its answer.
 */
export function requests(work: Work, dedup: Dedup): void {
  const { draft, at, waiting, volatile, actor, trigger, effects } = work;
  const fresh = dedup.exists.is ? work.seen.is(0) : and();
  draft.step(actor, `${actor} takes up ${trigger}`, and(at.is(0), waiting.atLeast(1), fresh), [
    waiting.down(),
    at.set(1),
  ]);
  const saved = or(...effects.filter(({ isState }) => isState).map(({ variable }) => variable.atLeast(1)));
  draft.step(
    actor,
    `${actor} crashes before anything is saved, and ${trigger} comes again`,
    and(at.atLeast(1), negate(saved)),
    [at.set(0), waiting.up(), ...volatile],
    { fault: 'crash' },
  );
  const isAskedAgain = dedup.exists.is && !dedup.isNatural;
  draft.step(
    actor,
    isAskedAgain
      ? `${actor} crashes after it has saved, and ${trigger} comes again for its answer`
      : `${actor} crashes after it has saved, and ${trigger} does not come again`,
    and(at.atLeast(1), saved),
    [at.set(0), ...(isAskedAgain ? [waiting.up()] : []), ...volatile],
    { fault: 'crash' },
  );
}

/** A message that its channel deletes before anybody has taken it. */
function vanishes({ design, draft, ledger, waiting, at, actor }: Work, { channel, message }: Delivery): void {
  const when = and(at.is(0), waiting.atLeast(1));
  const short = ledger.risks(faultAt(design, retentionTooShort, `${channel.path}.retention`));
  if (short.is)
    draft.step(
      channel.name,
      `${actor} is down for longer than ${channel.name} keeps ${message.name}, which is deleted`,
      when,
      [waiting.down()],
      { fault: 'crash', facts: factsOf(short) },
    );
  const expires = ledger.risks(faultAt(design, expiresUnhandled, message.path));
  if (expires.is)
    draft.step(channel.name, `${message.name} expires in ${channel.name} and is dropped`, when, [waiting.down()], {
      fault: 'lose',
      facts: factsOf(expires),
    });
}

/** What compares now and then finds an effect missing and adds it. */
export function reconciles(work: Work, delivery: Delivery): void {
  const { draft, ledger, effects, seen, moving, pending } = work;
  const reconciled = ledger.guards(present(delivery.message.fact('reconciled')));
  if (!reconciled.is) return;
  const still = and(idle(work), ...moving.map(negate));
  for (const { name, variable } of effects.filter(({ isNeeded }) => isNeeded)) {
    pending.push(variable.atLeast(1));
    draft.step(
      'the comparison',
      `a comparison finds that ${name} is missing and repairs it`,
      and(still, variable.is(0)),
      [variable.set(1), seen.set(1)],
      { facts: factsOf(reconciled) },
    );
  }
}
