import { all, is, not, present } from '../../../model/answer.ts';
import { windowTooShort } from '../../../model/rules/dedup.window-too-short.ts';
import { areApart, isCompared } from '../../../model/transactions.ts';
import { factsOf, type Told } from '../../ledger.ts';
import { and, or, type Condition, type Update } from '../../program.ts';
import { faultAt } from '../fault-at.ts';
import { areHarmless, type Write } from '../harmless.ts';
import { idle, type Work } from './work.ts';

/** Writes that one transaction can make. */
export interface Group {
  readonly store: string | undefined;
  readonly stores: ReadonlySet<string>;
  readonly writes: readonly Write[];
}

/** How the handler knows that it has had a message. */
export interface Dedup {
  readonly exists: Told;
  /** Its writes change nothing the second time. */
  readonly isNatural: boolean;
  /** Recorded in the transaction of the first write. */
  readonly isAtomic: Told;
}

export function dedupOf({ ledger, handler, delivery }: Work): Dedup {
  const none = { is: false, facts: [`${handler.path}.dedup`] };
  if (delivery === undefined && handler.part('dedup').value === undefined)
    return { exists: none, isNatural: false, isAtomic: none };
  const dedup = handler.part('dedup');
  const isNatural = dedup.fact('kind').value === 'natural';
  const exists = ledger.guards(all(present(handler.fact('dedup')), not(is(dedup.fact('scope'), 'attempt'))));
  return {
    exists,
    isNatural: exists.is && isNatural,
    isAtomic: exists.is && !isNatural ? ledger.guards(is(dedup.fact('atomic'), true)) : none,
  };
}

/** Whether stores are apart is asked of each pair; a store that is not named is with the first. */
export function groupsOf({ handler, design, ledger }: Work): Group[] {
  const groups: { store: string | undefined; stores: Set<string>; writes: Write[]; facts: string[] }[] = [];
  for (const write of handler.list('writes')) {
    const name = write.fact('store').value;
    const home = groups.find(
      ({ store }) =>
        name === undefined ||
        store === undefined ||
        store === name ||
        !ledger.risks(areApart(design.store({ path: '', value: store }), design.store({ path: '', value: name }))).is,
    );
    if (home === undefined)
      groups.push({ store: name, stores: new Set(name === undefined ? [] : [name]), writes: [write], facts: [] });
    else {
      home.writes.push(write);
      if (name !== undefined) home.stores.add(name);
    }
  }
  return groups;
}

/** What is saved with a group of writes: rows of an outbox, the record of the message. */
export interface Together {
  readonly sets: readonly Update[];
  readonly facts: readonly string[];
}

/** Commits one group of writes. @returns the position behind it */
export function commits(work: Work, { stores, writes }: Group, from: number, dedup: Dedup, together: Together): number {
  const { draft, at, actor, ledger, handler, effects } = work;
  const names = [...stores].join(' and ') || 'its state';
  const variable = draft.variable(`saved in ${names}`, 2);
  const harmless = dedup.isNatural ? dedup.exists : ledger.guards(areHarmless(writes));
  const path = writes[0]?.path ?? handler.path;
  effects.push({ name: `the change in ${names}`, path, variable, isNeeded: true, isState: true });
  const saved = harmless.is ? variable.set(1) : variable.up();
  draft.step(actor, `${actor} saves in ${names}`, at.is(from), [at.set(from + 1), saved, ...together.sets], {
    to: names,
    facts: [...factsOf(harmless, dedup.exists), ...together.facts],
    declared: `${handler.name} saves in ${names}`,
  });
  return from + 1;
}

/** A comparison of two stores mends what a crash between their commits has left. */
export function comparisons(work: Work, groups: readonly Group[]): void {
  const { design, draft, ledger, effects, pending } = work;
  const [first, ...more] = groups;
  const saved = effects.filter(({ isState }) => isState);
  const [one] = saved;
  for (const [at, group] of more.entries()) {
    const other = saved[at + 1];
    if (first?.store === undefined || group.store === undefined || one === undefined || other === undefined) continue;
    const compared = ledger.guards(
      isCompared(
        design,
        design.store({ path: '', value: first.store }),
        design.store({ path: '', value: group.store }),
      ),
    );
    if (!compared.is) continue;
    pending.push(or(one.variable.is(0), other.variable.atLeast(1)));
    draft.step(
      'the comparison',
      `a comparison finds that ${other.name} is missing and repairs it`,
      and(idle(work), one.variable.atLeast(1), other.variable.is(0)),
      [other.variable.set(1)],
      { facts: factsOf(compared) },
    );
  }
}

/** What is on record as done is not done again, as long as the record is kept; who waits gets the answer of then. */
export function recognises(work: Work, dedup: Dedup, end: number): void {
  const { draft, design, ledger, handler, at, waiting, seen, actor, trigger, delivery } = work;
  if (!dedup.exists.is || dedup.isNatural) return;
  const again = and(at.is(0), waiting.atLeast(1), seen.is(1));
  const facts = factsOf(dedup.exists);
  const mute =
    delivery === undefined ? ledger.risks(is(handler.part('dedup').fact('answer'), 'none')) : { is: false, facts: [] };
  if (mute.is) staysMute(work, again, mute.facts);
  else draft.step(actor, `${actor} sees that it has had ${trigger}`, again, [waiting.down(), at.set(end)], { facts });
  const short = ledger.risks(faultAt(design, windowTooShort, `${handler.path}.dedup`));
  if (!short.is) return;
  draft.step(
    actor,
    `the record of ${trigger} is deleted, though a repeat may still come`,
    and(at.is(0), seen.is(1)),
    [seen.set(0)],
    { facts: factsOf(short) },
  );
}

/** A repeat whose first answer was not kept. */
function staysMute({ draft, waiting, actor, trigger, moving }: Work, again: Condition, facts: readonly string[]): void {
  const unanswered = draft.variable('never answered');
  moving.push(unanswered.is(1));
  const text = `${actor} sees that it has had ${trigger}, and has no answer to it`;
  draft.step(actor, text, again, [waiting.down(), unanswered.set(1)], { facts });
}

/** A record that is not saved with the state is made by a commit of its own. @returns the position behind it */
export function records(
  { draft, at, seen, actor, trigger }: Work,
  from: number,
  dedup: Dedup,
  groups: readonly Group[],
): number {
  const isSaved = groups.length > 0 && dedup.isAtomic.is;
  if (!dedup.exists.is || dedup.isNatural || isSaved) return from;
  const facts = factsOf(dedup.isAtomic);
  draft.step(actor, `${actor} records that it has had ${trigger}`, at.is(from), [at.set(from + 1), seen.set(1)], {
    facts,
  });
  return from + 1;
}
