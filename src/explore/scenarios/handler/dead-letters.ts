import { all, ask, is, present } from '../../../model/answer.ts';
import type { Delivery } from '../../../model/design.ts';
import { factsOf } from '../../ledger.ts';
import type { Work } from './work.ts';

/** A message that cannot be processed, whoever tries. */
export function poison(work: Work, { channel, message }: Delivery): void {
  const { draft, ledger, at, actor } = work;
  const fails = { actor, fault: 'reject' as const, when: at.is(1) };
  const dlq = ledger.guards(present(channel.fact('dlq')));
  if (dlq.is) {
    setAside(work, channel, message.name);
    return;
  }
  const endless = ledger.risks(ask(channel.fact('maxDeliveries'), (count) => count === Infinity));
  const facts = factsOf(dlq, endless);
  if (!endless.is) {
    draft.add({
      ...fails,
      text: `${actor} cannot process ${message.name}, and ${channel.name} drops it after its last delivery`,
      sets: [at.set(0)],
      facts,
    });
    return;
  }
  const failing = draft.variable('fails for ever');
  work.moving.push(failing.is(1));
  draft.add({
    ...fails,
    text: `${actor} cannot process ${message.name}, and ${channel.name} delivers it for ever`,
    sets: [at.set(0), failing.set(1)],
    facts,
  });
}

function setAside(work: Work, channel: Delivery['channel'], name: string): void {
  const { draft, ledger, at, waiting, actor } = work;
  const dlq = channel.part('dlq');
  const parked = draft.variable('parked');
  const called = ledger.guards(all(present(dlq.fact('owner')), is(dlq.fact('alarm'), true)));
  const redrives = ledger.guards(is(dlq.fact('redrive'), 'manual', 'automatic'));
  const owner = dlq.fact('owner').value ?? 'somebody';
  work.moving.push(parked.is(1));
  draft.step(
    actor,
    `${actor} cannot process ${name}, which goes to the dead letters of ${channel.name}${called.is ? `; ${owner} is called` : ', and nobody is told'}`,
    at.is(1),
    [at.set(0), parked.set(1)],
    { fault: 'reject', facts: factsOf(called) },
  );
  if (called.is) work.signals.push(parked.is(1));
  if (!called.is || !redrives.is) return;
  draft.step(owner, `${owner} mends the cause and sends ${name} again`, parked.is(1), [parked.set(0), waiting.up()], {
    facts: factsOf(redrives),
  });
}
