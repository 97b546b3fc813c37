import { is } from '../../../model/answer.ts';
import type { Calling } from '../../../model/design.ts';
import { budgetInversion } from '../../../model/rules/timeout.budget-inversion.ts';
import { factsOf } from '../../ledger.ts';
import { and, or, type Condition, type Update } from '../../program.ts';
import { faultAt } from '../fault-at.ts';
import type { CallState } from './call.ts';
import type { Work } from './work.ts';

/** No answer in time: another try, and then what the caller takes the silence for. */
export function triesAgain(work: Work, call: CallState, { call: part }: Calling): void {
  const { at, actor } = work;
  const { tries, attempts, requests, position, name } = call;
  const waiting = and(at.is(position), tries.atLeast(1));
  const isFinite = Number.isFinite(attempts.value);
  const again = [requests.up(), ...(isFinite ? [tries.up()] : [])];
  const more = isFinite ? tries.below(attempts.value) : and();
  times(work, call, {
    text: `${actor} calls ${name} again`,
    when: and(waiting, more, requests.below(2)),
    sets: again,
    facts: attempts.facts,
  });
  if (!isFinite) return;
  const last = and(waiting, tries.atLeast(attempts.value));
  for (const { text, when, sets, facts } of silence(work, call, part))
    times(work, call, { text, when: and(last, when), sets, facts: [...attempts.facts, ...facts] });
}

function times(work: Work, call: CallState, { text, when, sets, facts }: Silence): void {
  const { draft, design, ledger, actor } = work;
  const { requests, answer, name, calling, mustWait } = call;
  const hasMore = or(requests.atLeast(1), answer.is(1));
  const inverted = ledger.risks(faultAt(design, budgetInversion, calling.call.path));
  const rests = [...mustWait.facts, ...facts];
  draft.step(actor, `no answer of ${name} comes in time; ${text}`, and(when, requests.is(0), answer.is(0)), sets, {
    to: name,
    facts: rests,
  });
  draft.step(
    actor,
    inverted.is ? `${name} needs longer than the timeout; ${text}` : `the answer of ${name} is late; ${text}`,
    and(when, hasMore),
    sets,
    {
      to: name,
      ...(inverted.is ? {} : { fault: 'timeout' as const }),
      facts: [...rests, ...(inverted.is ? inverted.facts : [])],
    },
  );
}

interface Silence {
  readonly text: string;
  readonly when: Condition;
  readonly sets: readonly Update[];
  readonly facts: readonly string[];
}

/** What the caller takes silence for when its tries are used up. */
function silence(work: Work, call: CallState, part: Calling['call']): Silence[] {
  const { ledger, at, actor, waiting, delivery, volatile, trigger } = work;
  const { requests, position, name, given, done, effect } = call;
  const asks = ledger.guards(is(part.fact('onTimeout'), 'query', 'retry'));
  const facts = factsOf(asks);
  const stated = part.fact('onTimeout').value;
  const goesOn = [at.set(position + 1), ...volatile];
  // Who is told of an error that changed nothing asks again; who is told that it failed does not.
  const repeated = delivery === undefined && effect.is ? [] : [waiting.up()];
  const stops = [at.set(0), given.set(1), ...repeated, ...volatile];
  if (asks.is) {
    const sends = {
      text: `${actor} calls ${name} once more`,
      when: and(requests.below(2), ...(effect.is ? [done.is(0)] : [])),
      sets: [requests.up()],
      facts,
    };
    if (!effect.is || stated === 'retry') return [{ ...sends, when: requests.below(2) }];
    return [
      { text: `${actor} asks ${name} and learns that it was done`, when: done.atLeast(1), sets: goesOn, facts },
      sends,
    ];
  }
  if (stated === 'assume-done') return [{ text: `${actor} takes it for done`, when: and(), sets: goesOn, facts }];
  if (stated === 'undo')
    return [{ text: `${actor} has it undone and gives up`, when: and(), sets: [done.set(0), ...stops], facts }];
  return [{ text: `${actor} takes it for a failure and gives ${trigger} up`, when: and(), sets: stops, facts }];
}
