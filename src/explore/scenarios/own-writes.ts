import { all, is } from '../../model/answer.ts';
import { above, amount, constant } from '../../model/arithmetic.ts';
import type { Part } from '../../model/part.ts';
import type * as S from '../../model/schema/index.ts';
import { factsOf, type Ledger } from '../ledger.ts';
import { and, Draft, type Program } from '../program.ts';
import type { Scenarios } from '../scenario.ts';
import { small } from './small.ts';

const NOW = constant(0, 'time');

type Read = Part<NonNullable<S.Handler['reads']>[number]>;

/** A user who does not find what was just saved saves it again. */
export const ownWrites: Scenarios = function* (design) {
  for (const handler of design.handlers)
    for (const read of handler.list('reads')) {
      const store = design.store(read.fact('store'));
      if (read.fact('ownWrite').value === true)
        yield {
          id: `${read.path}:own-write`,
          title: `${handler.name} reads back from ${store.name} what its user has saved`,
          at: read.path,
          build: (ledger) => programOf(handler, store, read, ledger),
        };
    }
};

function programOf(handler: Part<S.Handler>, store: Part<S.Store>, read: Read, ledger: Ledger): Program {
  const draft = new Draft();
  const [saved, copied, user] = [draft.variable('saved', 2), draft.variable('copied'), draft.variable('user', 2)];
  const behind = ledger.risks(
    all(is(store.fact('kind'), 'replica', 'projection', 'cache'), above(amount(store.fact('lag')), NOW)),
  );
  const session = ledger.guards(is(read.fact('session'), 'guaranteed'));
  draft.step(
    'the user',
    'the user saves something',
    user.is(0),
    [user.set(1), saved.up(), ...(behind.is ? [] : [copied.set(1)])],
    { declared: handler.name },
  );
  draft.step(store.name, `${store.name} catches up`, and(saved.atLeast(1), copied.is(0)), [copied.set(1)]);
  draft.step(handler.name, `${handler.name} shows it from ${store.name}`, and(user.is(1), copied.is(1)), [user.set(2)]);
  if (!session.is)
    draft.step(
      'the user',
      `${store.name} does not show it yet, and the user saves it again`,
      and(user.is(1), copied.is(0)),
      [user.set(2), saved.up()],
      { facts: factsOf(behind, session) },
    );
  draft.claim({
    property: 'once',
    violated: saved.is(2),
    say: `what the user saved once is there twice, since ${store.name} did not show it`,
  });
  return small(draft);
}
