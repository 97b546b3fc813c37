import { is } from '../../../model/answer.ts';
import { expiresBeforeRetries } from '../../../model/rules/key.expires-before-retries.ts';
import { factsOf } from '../../ledger.ts';
import { and, negate, type Condition, type Update } from '../../program.ts';
import { faultAt } from '../fault-at.ts';
import type { CallState } from './call.ts';
import type { Work } from './work.ts';

/** What the callee makes of a request: it does it, recognises it, or drops it when nobody waits any more. */
export function callee(work: Work, call: CallState): void {
  const { name, done, known, effect, key } = call;
  const open = takes(work, call);
  const carry = (did: Did) => carries(work, call, open, did);
  if (!effect.is) {
    carry({ text: `${name} answers`, when: and(), sets: [], facts: [] });
    return;
  }
  carry({ text: `${name} does its work`, when: done.is(0), sets: [done.up(), known.set(1)], facts: factsOf(effect) });
  if (key.is) repeats(work, call, carry);
  else carry({ text: `${name} does its work again`, when: done.atLeast(1), sets: [done.up()], facts: factsOf(key) });
}

interface Did {
  readonly text: string;
  readonly when: Condition;
  readonly sets: readonly Update[];
  readonly facts: readonly string[];
  /** The caller gets no answer, though it waits. */
  readonly isMute?: boolean;
}

function waiting({ at }: Work, { position, tries }: CallState): Condition {
  return and(at.is(position), tries.atLeast(1));
}

/** A request is taken up, unless its caller has given up and it is known to be called off then. */
function takes({ draft, ledger }: Work, { calling, name, requests, given }: CallState): Condition {
  const { target } = calling;
  const cancels = target === undefined ? { is: false, facts: [] } : ledger.guards(is(target.fact('cancels'), true));
  if (!cancels.is) return requests.atLeast(1);
  draft.step(
    name,
    `${name} sees that its caller has given up, and does nothing`,
    and(requests.atLeast(1), given.is(1)),
    [requests.down()],
    { facts: factsOf(cancels) },
  );
  return and(requests.atLeast(1), given.is(0));
}

function carries(work: Work, call: CallState, open: Condition, { text, when, sets, facts, isMute = false }: Did): void {
  const { draft, actor } = work;
  const { name, requests, answer } = call;
  const isAwaited = waiting(work, call);
  const answers = isMute ? [] : [answer.set(1)];
  draft.step(name, text, and(open, when, isAwaited), [requests.down(), ...sets, ...answers], { to: actor, facts });
  draft.step(
    name,
    `${text}, and nobody waits for the answer`,
    and(open, when, negate(isAwaited)),
    [requests.down(), ...sets],
    { facts },
  );
}

/** A repeat is recognised as long as the key is kept, and answered if the answer is. */
function repeats(work: Work, call: CallState, carry: (did: Did) => void): void {
  const { draft, design, ledger } = work;
  const { calling, name, done, known, key } = call;
  const dedup = calling.target?.part('dedup');
  const mute = dedup?.value === undefined ? { is: false, facts: [] } : ledger.risks(is(dedup.fact('answer'), 'none'));
  carry({
    text: mute.is ? `${name} recognises the repeat and has no answer to it` : `${name} recognises the repeat`,
    when: and(done.atLeast(1), known.is(1)),
    sets: [],
    facts: factsOf(key, mute),
    isMute: mute.is,
  });
  const forgets = ledger.risks(faultAt(design, expiresBeforeRetries, calling.call.part('key').path));
  if (!forgets.is) return;
  draft.step(
    name,
    `${name} has forgotten the key while tries may still come`,
    and(known.is(1), waiting(work, call)),
    [known.set(0)],
    { facts: factsOf(forgets) },
  );
  carry({
    text: `${name} does its work again`,
    when: and(done.atLeast(1), known.is(0)),
    sets: [done.up()],
    facts: factsOf(forgets),
  });
}
