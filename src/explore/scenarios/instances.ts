import { absent, any, ask, is, not } from '../../model/answer.ts';
import type { Design } from '../../model/design.ts';
import type { Part } from '../../model/part.ts';
import type * as S from '../../model/schema/index.ts';
import { factsOf } from '../ledger.ts';
import { and, Draft } from '../program.ts';
import type { Scenario, Scenarios } from '../scenario.ts';
import { small } from './small.ts';

/** Work that every instance starts, and rightful messages that are taken for repeats. */
export const instances: Scenarios = function* (design) {
  for (const handler of design.handlers)
    if (
      handler.fact('on').value?.includes('timer') === true &&
      handler.list('writes').length + handler.list('publishes').length > 0
    )
      yield timer(design, handler);
  for (const { handler, message } of design.deliveries)
    if (message.fact('repeats').value === true && handler.part('dedup').value !== undefined)
      yield entity(handler, message);
};

function timer(design: Design, handler: Part<S.Handler>): Scenario {
  const service = design.serviceOf(handler);
  return {
    id: `${handler.path}:instances`,
    title: `${handler.name} on each instance of its service`,
    at: handler.path,
    build: (ledger) => {
      const draft = new Draft();
      const ran = [draft.variable('first instance'), draft.variable('second instance')];
      const effect = draft.variable('effect', 2);
      const alone = ledger.guards(
        any(
          is(handler.fact('singleton'), 'lock', 'partition'),
          not(ask(service.fact('instances'), (count) => count > 1)),
          ...(handler.fact('dedup').value === undefined ? [] : [not(absent(handler.fact('dedup')))]),
        ),
      );
      for (const [at, one] of ran.entries()) {
        const actor = `${at === 0 ? 'one' : 'another'} instance of ${service.name}`;
        draft.step(
          actor,
          `${actor} starts ${handler.name} at its time`,
          and(one.is(0), alone.is ? effect.is(0) : and()),
          [one.set(1), effect.up()],
          { facts: factsOf(alone), declared: handler.name },
        );
      }
      draft.claim({
        property: 'once',
        violated: effect.is(2),
        say: `${handler.name} is done once for each instance of ${service.name}`,
      });
      return small(draft);
    },
  };
}

function entity(handler: Part<S.Handler>, message: Part<S.Message>): Scenario {
  return {
    id: `${handler.path}:${message.name}:entity`,
    title: `two rightful ${message.name} of one entity at ${handler.name}`,
    at: handler.path,
    build: (ledger) => {
      const draft = new Draft();
      const [first, second, effect] = [draft.variable('first'), draft.variable('second'), draft.variable('effect', 2)];
      const wide = ledger.risks(is(handler.part('dedup').fact('scope'), 'entity'));
      draft.step(
        handler.name,
        `${handler.name} does the first ${message.name} of an entity`,
        first.is(0),
        [first.set(1), effect.up()],
        { declared: message.name },
      );
      draft.step(
        handler.name,
        wide.is
          ? `${handler.name} takes the second ${message.name} of the entity for a repeat`
          : `${handler.name} does the second ${message.name} of the entity`,
        and(first.is(1), second.is(0)),
        [second.set(1), ...(wide.is ? [] : [effect.up()])],
        { facts: factsOf(wide) },
      );
      draft.claim({
        property: 'all-or-nothing',
        violated: and(second.is(1), effect.is(1)),
        say: `the second ${message.name} of an entity has no effect in ${handler.name}`,
      });
      return small(draft);
    },
  };
}
