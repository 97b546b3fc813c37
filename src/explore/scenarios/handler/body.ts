import { is } from '../../../model/answer.ts';
import { factsOf } from '../../ledger.ts';
import { call } from './call.ts';
import { calls } from './calling.ts';
import { intake, reconciles, requests } from './intake.ts';
import { publishes, publishingsOf, relays, repairsUnsent, rollsBack, type Publishing } from './publishing.ts';
import { commits, comparisons, dedupOf, groupsOf, recognises, records, type Dedup, type Group } from './saving.ts';
import type { Work } from './work.ts';

/** What the handler does, one atomic action after the other: calls, then its state, then what was to follow it. */
export function body(work: Work): void {
  const { delivery } = work;
  const dedup = dedupOf(work);
  const messages = publishingsOf(work);
  const groups = groupsOf(work);
  const end = after(work, messages, saves(work, messages, groups, dedup, before(work, messages, groups)));
  const last = records(work, end, dedup, groups);
  finish(work, last);
  recognises(work, dedup, last);
  for (const message of messages) relays(work, message, groups);
  comparisons(work, groups);
  for (const message of messages) repairsUnsent(work, message);
  if (delivery === undefined) requests(work, dedup);
  else {
    intake(work, delivery);
    reconciles(work, delivery);
  }
}

/** What is done before anything is saved. @returns the position behind it */
function before(work: Work, messages: readonly Publishing[], groups: readonly Group[]): number {
  let at = 1;
  const early = messages.filter(({ way }) => way === 'early');
  for (const message of early) at = publishes(work, message, at);
  for (const calling of work.design.calls.filter((one) => one.handler === work.handler))
    at = calls(work, call(work, calling, at));
  at = acts(work, at);
  if (early.length > 0 && groups.length > 0)
    rollsBack(
      work,
      at,
      early.flatMap(({ told }) => told.facts),
    );
  return at;
}

/** Each group of writes by a commit of its own, with the rows of the outboxes that lie in it. */
function saves(
  work: Work,
  messages: readonly Publishing[],
  groups: readonly Group[],
  dedup: Dedup,
  from: number,
): number {
  let at = from;
  const rows = messages
    .filter(({ way }) => way === 'with-state')
    .map((message) => ({ ...message, home: homeOf(message, groups) }));
  for (const [index, group] of groups.entries()) {
    const own = rows.filter(({ home }) => home === index);
    const record = index === 0 && dedup.isAtomic.is ? [work.seen.set(1)] : [];
    const sets = [...own.map(({ row }) => row.set(1)), ...record];
    at = commits(work, group, at, dedup, { sets, facts: own.flatMap(({ told }) => told.facts) });
  }
  for (const { row, name, publication, home } of rows)
    if (home === undefined) at = writesRow(work, at, row, { name, path: publication.publish.path });
  return at;
}

function after(work: Work, messages: readonly Publishing[], from: number): number {
  let at = from;
  for (const message of messages.filter(({ way }) => way === 'late')) at = publishes(work, message, at);
  return at;
}

/** The group of writes that an outbox belongs to; none where it lies in a store of its own. */
function homeOf({ publication }: Publishing, groups: readonly Group[]): number | undefined {
  const outbox = publication.publish.fact('outbox').value;
  if (outbox === undefined) return groups.length > 0 ? 0 : undefined;
  const at = groups.findIndex(({ stores }) => stores.size === 0 || stores.has(outbox));
  return at < 0 ? undefined : at;
}

function writesRow(
  work: Work,
  from: number,
  row: Work['seen'],
  { name, path }: { name: string; path: string },
): number {
  const { draft, at, actor } = work;
  draft.step(actor, `${actor} puts ${name} into the outbox`, at.is(from), [at.set(from + 1), row.set(1)], {
    facts: [path],
  });
  return from + 1;
}
/** An act for good that is no call: a letter, a parcel. */
function acts({ draft, ledger, handler, effects, at, actor, design }: Work, from: number): number {
  const isForGood = handler.fact('irreversible').value === true;
  const byCall = design.calls.some((one) => one.handler === handler && one.call.fact('effect').value !== false);
  if (!isForGood || byCall) return from;
  const claim = ledger.guards(is(handler.fact('claim'), 'before'));
  const variable = draft.variable('done for good', 2);
  effects.push({
    name: `what ${handler.name} does for good`,
    path: handler.path,
    variable,
    isNeeded: true,
    isState: false,
  });
  draft.step(
    actor,
    `${actor} does for good what it is for`,
    at.is(from),
    [at.set(from + 1), claim.is ? variable.set(1) : variable.up()],
    { facts: factsOf(claim), declared: `${handler.name} acts` },
  );
  return from + 1;
}

function finish({ draft, at, actor, trigger, delivery, volatile }: Work, last: number): void {
  draft.step(
    actor,
    delivery === undefined ? `${actor} is done with ${trigger}` : `${actor} acknowledges ${trigger}`,
    at.is(last),
    [at.set(0), ...volatile],
  );
}
