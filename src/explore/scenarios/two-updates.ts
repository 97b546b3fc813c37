import { all, any, is, not, present } from '../../model/answer.ts';
import type { Delivery, Design } from '../../model/design.ts';
import { factsOf, type Ledger, type Told } from '../ledger.ts';
import { and, Draft, or, type Program, type Variable } from '../program.ts';
import type { Scenarios } from '../scenario.ts';
import { isSplit, keepsOrder } from './order-of-channel.ts';
import { small } from './small.ts';

/** Two updates of one key, the older sent before the newer, or a deletion after an update. */
export const twoUpdates: Scenarios = function* (design) {
  for (const delivery of design.deliveries) {
    const { handler, message } = delivery;
    const deletes = removed(design, delivery);
    if (handler.list('writes').length === 0 || !(minds(delivery) || deletes)) continue;
    yield {
      id: `${handler.path}:${message.name}:order`,
      title: `two of ${message.name} for one key at ${handler.name}`,
      at: handler.path,
      build: (ledger) => programOf(design, delivery, deletes, ledger),
    };
  }
};

/** The handler says that it needs an order; where it says nothing, setting a value is what one would. */
function minds({ handler }: Delivery): boolean {
  const needs = handler.fact('needsOrder').value;
  if (needs !== undefined) return needs !== 'none';
  return handler.list('writes').some((write) => ['set', 'upsert'].includes(write.fact('mode').value ?? ''));
}

function removed(design: Design, { handler }: Delivery): boolean {
  return handler
    .list('writes')
    .some(
      (write) =>
        write.fact('mode').value !== 'increment' && design.store(write.fact('store')).fact('deletes').value === 'hard',
    );
}

interface Updates {
  readonly draft: Draft;
  readonly ledger: Ledger;
  readonly delivery: Delivery;
  /** Copies that wait, of the older and of the newer one. */
  readonly older: Variable;
  readonly newer: Variable;
  /** Which one is in work: 1 the older, 2 the newer. */
  readonly hand: Variable;
  /** Set aside, to come later. */
  readonly aside: Variable;
  /** Which one the store shows. */
  readonly shown: Variable;
  readonly applied: Variable;
  readonly check: Told;
  readonly names: readonly [string, string];
  readonly actor: string;
}

function programOf(design: Design, delivery: Delivery, deletes: boolean, ledger: Ledger): Program {
  const draft = new Draft();
  const { handler, message } = delivery;
  const updates: Updates = {
    draft,
    ledger,
    delivery,
    older: draft.variable('older', 1, 1),
    newer: draft.variable('newer', 1, 1),
    hand: draft.variable('hand', 2),
    aside: draft.variable('aside'),
    shown: draft.variable('shown', 2),
    applied: draft.variable('newer applied'),
    check: ledger.guards(is(handler.fact('orderCheck'), 'version', 'sequence')),
    names: [`the older ${message.name}`, deletes ? 'the deletion' : `the newer ${message.name}`],
    actor: handler.name,
  };
  const { aside, shown, applied, check, names } = updates;
  const needs = minds(delivery)
    ? ledger.risks(is(handler.fact('needsOrder'), 'per-key', 'total'))
    : { is: deletes, facts: [] };
  taking(design, updates);
  applying(updates);
  setsAside(updates);
  const gap = check.is ? [] : [and(aside.is(1), applied.is(1))];
  draft.claim({
    property: 'order',
    violated: needs.is || deletes ? or(and(shown.is(1), applied.is(1)), ...gap) : or(),
    say: deletes
      ? `${names[0]} brings back what was deleted`
      : `${handler.name} has let ${names[0]} come after ${names[1]}`,
    facts: factsOf(check, needs),
  });
  return small(draft);
}

function taking(design: Design, updates: Updates): void {
  const { draft, ledger, delivery, older, newer, hand, names, actor, aside } = updates;
  const { channel, handler } = delivery;
  const dead = channel.part('dlq').fact('holdsKey');
  const blocks = not(is(channel.fact('retry'), 'retry-topic'));
  const held = ledger.guards(all(blocks, any(not(present(channel.fact('dlq'))), not(is(dead, false)))));
  const free = [hand.is(0), newer.is(1)];
  const taken = [newer.set(0), hand.set(2)];
  const from = channel.name;
  draft.step(from, `${from} delivers ${names[0]}`, and(hand.is(0), older.is(1)), [older.set(0), hand.set(1)], {
    to: actor,
  });
  const next = and(...free, older.is(0), ...(held.is ? [aside.is(0)] : []));
  draft.step(from, `${from} delivers ${names[1]}`, next, taken, { to: actor, facts: factsOf(held) });
  const kept = ledger.guards(keepsOrder(delivery));
  const split = isSplit(design, delivery);
  if (kept.is && !split) return;
  draft.step(from, `${names[1]} overtakes ${names[0]}`, and(...free, older.is(1)), taken, {
    to: actor,
    fault: 'reorder',
    facts: split ? [`${handler.path}.on`] : factsOf(kept),
  });
}

function applying({ draft, hand, shown, applied, check, names, actor, delivery, older, newer }: Updates): void {
  const [first, second] = names;
  draft.step(actor, `${actor} applies ${second}`, hand.is(2), [hand.set(0), shown.set(2), applied.set(1)], {
    declared: second,
  });
  draft.step(actor, `${actor} applies ${first}`, and(hand.is(1), applied.is(0)), [hand.set(0), shown.set(1)], {
    declared: first,
  });
  draft.step(
    actor,
    check.is ? `${actor} sees that ${first} is older and drops it` : `${actor} applies ${first} over ${second}`,
    and(hand.is(1), applied.is(1)),
    [hand.set(0), ...(check.is ? [] : [shown.set(1)])],
    { facts: factsOf(check) },
  );
  for (const [which, waiting] of [older, newer].entries())
    draft.step(
      actor,
      `${actor} crashes; ${names[which] ?? delivery.message.name} comes back`,
      hand.is(which + 1),
      [hand.set(0), waiting.set(1)],
      { fault: 'crash' },
    );
}

/** A failed message that is put somewhere else while those behind it go on. */
function setsAside({ draft, ledger, delivery, hand, aside, names, actor }: Updates): void {
  const { channel } = delivery;
  const retries = ledger.risks(is(channel.fact('retry'), 'retry-topic'));
  const dead = ledger.risks(all(present(channel.fact('dlq')), is(channel.part('dlq').fact('holdsKey'), false)));
  if (!retries.is && !dead.is) return;
  draft.step(
    actor,
    `${actor} fails on ${names[0]}, which goes to ${retries.is ? 'the retry topic' : 'the dead letters'} while others go on`,
    hand.is(1),
    [hand.set(0), aside.set(1)],
    { fault: 'reject', facts: factsOf(retries, dead) },
  );
  const back = ledger.guards(is(channel.part('dlq').fact('redrive'), 'none'));
  if (!retries.is && back.is) return;
  draft.step(channel.name, `${names[0]} comes back`, and(aside.is(1), hand.is(0)), [aside.set(0), hand.set(1)], {
    facts: retries.is ? factsOf(retries) : factsOf(back),
  });
}
