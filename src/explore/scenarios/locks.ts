import { any, ask, is, present } from '../../model/answer.ts';
import type { Design } from '../../model/design.ts';
import type { Part } from '../../model/part.ts';
import type * as S from '../../model/schema/index.ts';
import { factsOf, type Ledger } from '../ledger.ts';
import { and, Draft, type Program } from '../program.ts';
import type { Scenarios } from '../scenario.ts';
import { small } from './small.ts';

/** Two holders of a lock that has an end. */
export const locks: Scenarios = function* (design) {
  for (const lock of design.locks)
    yield {
      id: `${lock.path}:holders`,
      title: `two holders of ${lock.name}`,
      at: lock.path,
      build: (ledger) => programOf(design, lock, ledger),
    };
};

function programOf(design: Design, lock: Part<S.Lock>, ledger: Ledger): Program {
  const store = design.store(lock.fact('guards'));
  const draft = new Draft();
  const [first, second] = [draft.variable('first holder', 2), draft.variable('second holder', 2)];
  const [holder, lost] = [draft.variable('holder', 2), draft.variable('lost')];
  const ends = ledger.risks(ask(lock.fact('ttl'), (ttl) => Number.isFinite(ttl)));
  const fenced = ledger.guards(any(present(lock.fact('fencing')), is(store.fact('conflict'), 'version', 'merge')));
  const [one, other] = ['one holder', 'the next holder'];
  const held = and(first.is(1), holder.is(1));
  draft.step(one, `${one} takes ${lock.name}`, and(first.is(0), holder.is(0)), [first.set(1), holder.set(1)], {
    declared: lock.name,
  });
  if (ends.is)
    draft.step(one, `${one} stands still until ${lock.name} has ended`, held, [holder.set(0)], {
      fault: 'timeout',
      facts: factsOf(ends),
    });
  draft.step(one, `${one} writes to ${store.name} and lets go`, held, [first.set(2), holder.set(0)]);
  draft.step(other, `${other} takes ${lock.name}`, and(second.is(0), holder.is(0)), [second.set(1), holder.set(2)]);
  draft.step(other, `${other} writes to ${store.name}`, second.is(1), [second.set(2)]);
  draft.step(
    one,
    fenced.is ? `${store.name} refuses the late write of ${one}` : `${one} wakes up and overwrites ${store.name}`,
    and(first.is(1), second.is(2)),
    [first.set(2), ...(fenced.is ? [] : [lost.set(1)])],
    { facts: factsOf(fenced) },
  );
  draft.claim({
    property: 'isolation',
    violated: lost.is(1),
    say: `what the next holder of ${lock.name} has written to ${store.name} is overwritten`,
  });
  return small(draft);
}
