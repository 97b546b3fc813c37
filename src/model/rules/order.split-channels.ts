import { all, any, ask, is, stated, type Answer } from '../answer.ts';
import { groupBy } from '../group.ts';
import type { Fact, Part } from '../part.ts';
import type { Rule } from '../rule.ts';
import type { Message } from '../schema/index.ts';

export const splitChannels: Rule = {
  id: 'order.split-channels',
  alias: 'C2',
  *cases(design) {
    for (const [handler, deliveries] of groupBy(design.deliveries, (delivery) => delivery.handler)) {
      const messages = deliveries.map(({ message }) => message);
      const pairs = messages.flatMap((one, index) => messages.slice(index + 1).map((other) => [one, other] as const));
      if (pairs.length === 0) continue;
      yield {
        at: `${handler.path}.on`,
        fault: all(
          is(handler.fact('needsOrder'), 'per-key', 'total'),
          is(handler.fact('orderCheck'), 'none'),
          any(...pairs.map(([one, other]) => areSplit(one, other))),
        ),
        say: () =>
          `${handler.name} may see what happened to one entity in the wrong order, since it comes by several ways`,
      };
    }
  },
};

function areSplit(one: Part<Message>, other: Part<Message>): Answer {
  const [channel, key] = [
    differ(one.fact('channel'), other.fact('channel')),
    differ(one.fact('key'), other.fact('key')),
  ];
  return all(same(one.fact('entity'), other.fact('entity')), any(channel, key));
}

const same = (one: Fact<string>, other: Fact<string>) => compared(one, other, (a, b) => a === b);
const differ = (one: Fact<string>, other: Fact<string>) => compared(one, other, (a, b) => a !== b);

function compared(one: Fact<string>, other: Fact<string>, holds: (a: string, b: string) => boolean): Answer {
  const { value } = one;
  return all(
    stated(one),
    ask(other, (name) => value === undefined || holds(value, name)),
  );
}
