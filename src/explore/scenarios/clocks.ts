import { any, ask, is } from '../../model/answer.ts';
import type { Design } from '../../model/design.ts';
import type { Part } from '../../model/part.ts';
import type * as S from '../../model/schema/index.ts';
import { factsOf, type Ledger } from '../ledger.ts';
import { and, Draft, type Program } from '../program.ts';
import type { Scenarios } from '../scenario.ts';
import { small } from './small.ts';

/** Two writers of a store whose clocks differ. */
export const clocks: Scenarios = function* (design) {
  for (const store of design.stores)
    if (store.fact('conflict').value === 'last-write-wins')
      yield {
        id: `${store.path}:clocks`,
        title: `two writers of ${store.name}`,
        at: store.path,
        build: (ledger) => programOf(design, store, ledger),
      };
};

function programOf(design: Design, store: Part<S.Store>, ledger: Ledger): Program {
  const draft = new Draft();
  const [first, second, shown] = [
    draft.variable('first write'),
    draft.variable('second write'),
    draft.variable('shown', 2),
  ];
  const wall = ledger.risks(is(store.fact('clock'), 'wall'));
  const several = ledger.risks(
    any(
      ask(store.fact('writers'), (names) => new Set(names).size > 1),
      ask(design.service(store.fact('owner')).fact('instances'), (count) => count > 1),
    ),
  );
  const actor = store.name;
  draft.step(actor, `one writer changes a record of ${actor}`, first.is(0), [first.set(1), shown.set(1)], {
    declared: actor,
  });
  const later = and(first.is(1), second.is(0));
  draft.step(actor, `another writer, having seen it, changes the record`, later, [second.set(1), shown.set(2)]);
  if (wall.is && several.is)
    draft.step(
      actor,
      `another writer, whose clock is behind, changes the record, and ${actor} keeps the earlier change`,
      later,
      [second.set(1)],
      { fault: 'reorder', facts: factsOf(wall, several) },
    );
  draft.claim({
    property: 'order',
    violated: and(second.is(1), shown.is(1)),
    say: `${actor} shows the earlier of two changes, though the later one was confirmed`,
  });
  return small(draft);
}
