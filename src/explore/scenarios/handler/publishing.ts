import { absent, any, is, not, present, all } from '../../../model/answer.ts';
import type { Publication } from '../../../model/design.ts';
import { factsOf, type Told } from '../../ledger.ts';
import { and, negate, or, type Update, type Variable } from '../../program.ts';
import type { Group } from './saving.ts';
import { idle, type Work } from './work.ts';

/** How a message leaves. */
export type Way = 'with-state' | 'late' | 'early';

export interface Publishing {
  readonly publication: Publication;
  readonly way: Way;
  readonly name: string;
  readonly out: Variable;
  /** A row that waits to be sent. */
  readonly row: Variable;
  readonly told: Told;
}

/** Decides how each message of a handler leaves, and drafts what happens to it when it has left the handler. */
export function publishingsOf(work: Work): Publishing[] {
  return work.design.publications
    .filter(({ handler }) => handler === work.handler)
    .map((publication) => publishing(work, publication));
}

function publishing(work: Work, publication: Publication): Publishing {
  const { draft, ledger, effects } = work;
  const { publish, message } = publication;
  const name = publish.fact('message').value ?? 'a message';
  const told = ledger.guards(is(publish.fact('via'), 'outbox', 'cdc', 'swept'));
  const early = publish.fact('via').value === 'before-commit';
  const isNeeded = ledger.risks(not(is(message.fact('required'), false))).is;
  const made = {
    publication,
    way: early
      ? ('early' as const)
      : told.is && publish.fact('via').value !== 'swept'
        ? ('with-state' as const)
        : ('late' as const),
    name,
    out: draft.variable(`${name} published`, 2),
    row: draft.variable(`${name} in the outbox`),
    told,
  };
  effects.push({ name, path: publish.path, facts: told.facts, variable: made.out, isNeeded, isState: false });
  return made;
}

/** A second sending is recognised by whoever takes it, if the message carries an id that is made with the state. */
function sends({ ledger }: Work, { publication, out }: Publishing): { update: Update; facts: string[] } {
  const { message } = publication;
  const stable = ledger.guards(not(any(is(message.fact('id'), 'none'), is(message.fact('idMade'), 'at-publish'))));
  return { update: stable.is ? out.set(1) : out.up(), facts: factsOf(stable) };
}

/** Publishes at a place of the handler's own work. @returns the position behind it */
export function publishes(work: Work, outgoing: Publishing, from: number): number {
  const { draft, at, actor } = work;
  const { publication, name, told } = outgoing;
  const { update, facts } = sends(work, outgoing);
  draft.step(actor, `${actor} publishes ${name}`, at.is(from), [at.set(from + 1), update], {
    to: publication.channel.name,
    facts: [...factsOf(told), ...facts],
    declared: name,
  });
  return from + 1;
}

/** The transaction that was to follow the message is refused for good. */
export function rollsBack(
  { draft, at, actor, trigger, volatile }: Work,
  position: number,
  facts: readonly string[],
): void {
  draft.step(
    actor,
    `the transaction of ${actor} is rolled back, and ${trigger} is given up`,
    at.is(position),
    [at.set(0), ...volatile],
    { fault: 'reject', facts },
  );
}

/** Sends what waits in the outbox, or what a job finds unsent. */
export function relays(work: Work, outgoing: Publishing, groups: readonly Group[]): void {
  if (outgoing.way === 'with-state') relay(work, outgoing, groups);
  else if (outgoing.told.is) sweeps(work, outgoing);
}

function relay(work: Work, outgoing: Publishing, groups: readonly Group[]): void {
  const { draft, design, ledger, moving } = work;
  const { publication, name, row } = outgoing;
  const { publish, channel } = publication;
  const store = publish.fact('outbox').value ?? groups[0]?.store;
  moving.push(row.is(1));
  const isOutbox = publish.fact('via').value === 'outbox' && store !== undefined;
  const { update, facts } = sends(work, outgoing);
  const who = isOutbox ? `the relay of ${store}` : 'the log reader';
  const outbox = design.store({ path: publish.path, value: store }).part('outbox');
  const none = isOutbox ? ledger.risks(is(outbox.fact('relay'), 'none')) : { is: false, facts: [] };
  if (none.is) {
    work.gaps.push(...factsOf(none));
    return;
  }
  const down = isOutbox ? standsStill(work, who, row, store) : undefined;
  const up = down === undefined ? and() : down.is(0);
  const action = { actor: who, to: channel.name, when: and(row.is(1), up), facts };
  draft.add({ ...action, text: `${who} sends ${name}`, sets: [update, row.set(0)], declared: name });
  draft.add({
    ...action,
    text: `${who} sends ${name} and crashes before it notes that`,
    fault: 'crash',
    sets: [update],
  });
}

/** A relay that has stopped, and whether anybody is called. */
function standsStill(work: Work, who: string, row: Variable, store: string): Variable | undefined {
  const { draft, design, ledger, signals } = work;
  const outbox = design.store({ path: '', value: store }).part('outbox');
  const called = ledger.guards(all(present(outbox.fact('owner')), not(absent(outbox.fact('alarm')))));
  const down = draft.variable(`${who} is down`);
  draft.step(
    who,
    `${who} stands still${called.is ? '; its owner is called' : ', and nobody is told'}`,
    and(row.is(1), down.is(0)),
    [down.set(1)],
    { fault: 'crash', facts: factsOf(called) },
  );
  if (called.is) signals.push(down.is(1));
  return down;
}

function sweeps(work: Work, outgoing: Publishing): void {
  const { draft, effects, moving } = work;
  const { name, out, publication } = outgoing;
  const { update, facts } = sends(work, outgoing);
  const saved = effects.filter(({ isState }) => isState).map(({ variable }) => variable.atLeast(1));
  const unsent = and(...saved, out.is(0));
  moving.push(unsent);
  draft.step(
    'the sweeper',
    `a job finds that ${name} was not sent, and sends it`,
    and(work.at.is(0), unsent),
    [update],
    { to: publication.channel.name, facts },
  );
}

/** What compares now and then finds that a message had no effect and repairs it. */
export function repairsUnsent(work: Work, outgoing: Publishing): void {
  const { draft, ledger, effects, moving } = work;
  const { publication, name, out } = outgoing;
  const reconciled = ledger.guards(present(publication.message.fact('reconciled')));
  const saved = effects.filter(({ isState }) => isState).map(({ variable }) => variable.atLeast(1));
  if (!reconciled.is || saved.length === 0) return;
  work.pending.push(or(out.atLeast(1), ...saved.map(negate)));
  draft.step(
    'the comparison',
    `a comparison finds that ${name} has had no effect and repairs it`,
    and(idle(work), ...moving.map(negate), ...saved, out.is(0)),
    [out.set(1)],
    { facts: factsOf(reconciled) },
  );
}
