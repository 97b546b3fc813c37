import { all, any, ask, is, not, present } from '../../model/answer.ts';
import type { Delivery, Design } from '../../model/design.ts';
import { ackDeadlineTooShort } from '../../model/rules/queue.ack-deadline-too-short.ts';
import { pollIntervalExceeded } from '../../model/rules/stream.poll-interval-exceeded.ts';
import { factsOf, type Ledger, type Told } from '../ledger.ts';
import { and, Draft, type Condition, type Program, type Variable } from '../program.ts';
import type { Scenarios } from '../scenario.ts';
import { faultAt } from './fault-at.ts';
import { areHarmless } from './harmless.ts';
import { small } from './small.ts';

/** Two deliveries of one message in work at once: a check and an act are two things there. */
export const overlaps: Scenarios = function* (design) {
  for (const delivery of design.deliveries) {
    const { handler, message } = delivery;
    if (handler.list('writes').length === 0) continue;
    const isApart = handler.part('dedup').fact('check').value === 'check-then-act';
    if (!isApart && late(design, delivery).holds !== true) continue;
    yield {
      id: `${handler.path}:${message.name}:at-once`,
      title: `two deliveries of ${message.name} at once in ${handler.name}`,
      at: handler.path,
      build: (ledger) => programOf(design, delivery, ledger),
    };
  }
};

/** The channel takes a message back from a worker that is still at it. */
function late(design: Design, { channel }: Delivery) {
  return any(
    faultAt(design, ackDeadlineTooShort, `${channel.path}.ackDeadline`),
    faultAt(design, pollIntervalExceeded, channel.path),
  );
}

function programOf(design: Design, delivery: Delivery, ledger: Ledger): Program {
  const draft = new Draft();
  const { handler, message, channel } = delivery;
  const dedup = handler.part('dedup');
  const [first, second] = [draft.variable('first worker', 3), draft.variable('second worker', 3)];
  const copy = draft.variable('second copy');
  const race: Race = {
    draft,
    name: message.name,
    recorded: draft.variable('recorded'),
    effect: draft.variable('effect', 2),
    kept: ledger.guards(
      all(present(handler.fact('dedup')), is(dedup.fact('check'), 'unique'), not(is(dedup.fact('atomic'), false))),
    ),
    harmless: ledger.guards(any(is(dedup.fact('kind'), 'natural'), areHarmless(handler.list('writes')))),
  };
  comesAgain(design, delivery, ledger, { draft, copy, first });
  works(race, `one worker of ${handler.name}`, first, and());
  works(race, `another worker of ${handler.name}`, second, copy.is(1));
  draft.claim({
    property: 'once',
    violated: race.effect.is(2),
    say: `two workers of ${handler.name} have done the work on one ${message.name} of ${channel.name}`,
  });
  return small(draft);
}

/** What two workers on one message share. */
interface Race {
  readonly draft: Draft;
  readonly name: string;
  readonly recorded: Variable;
  readonly effect: Variable;
  readonly kept: Told;
  readonly harmless: Told;
}

function works(
  { draft, name, recorded, effect, kept, harmless }: Race,
  actor: string,
  at: Variable,
  has: Condition,
): void {
  const facts = factsOf(kept);
  const takes = and(at.is(0), has);
  draft.step(actor, `${actor} takes ${name} and finds no record of it`, and(takes, recorded.is(0)), [at.set(1)], {
    facts,
  });
  draft.step(actor, `${actor} takes ${name} and finds it on record`, and(takes, recorded.is(1)), [at.set(3)]);
  const free = kept.is ? recorded.is(0) : and();
  const done = [at.set(3), recorded.set(1), harmless.is ? effect.set(1) : effect.up()];
  draft.step(actor, `${actor} does the work on ${name}`, and(at.is(1), free), done, {
    facts: factsOf(kept, harmless),
    declared: `the work on ${name}`,
  });
  if (kept.is)
    draft.step(
      actor,
      `${actor} finds the record when it commits, and stops`,
      and(at.is(1), recorded.is(1)),
      [at.set(3)],
      { facts },
    );
}

interface Copies {
  readonly draft: Draft;
  readonly copy: Variable;
  /** The worker that has the first one. */
  readonly first: Variable;
}

function comesAgain(design: Design, delivery: Delivery, ledger: Ledger, { draft, copy, first }: Copies): void {
  const { handler, message, channel } = delivery;
  const takesBack = ledger.risks(late(design, delivery));
  const several = ledger.risks(
    any(
      ask(handler.fact('concurrency'), (count) => count > 1),
      ask(design.serviceOf(handler).fact('instances'), (count) => count > 1),
    ),
  );
  const { name } = channel;
  if (takesBack.is)
    draft.step(
      name,
      `${name} delivers ${message.name} again, while ${handler.name} is still at it`,
      and(first.is(1), copy.is(0)),
      [copy.set(1)],
      { facts: factsOf(takesBack) },
    );
  else if (several.is)
    draft.step(name, `${name} has a second copy of ${message.name}`, copy.is(0), [copy.set(1)], {
      fault: 'duplicate',
      facts: factsOf(several),
    });
}
