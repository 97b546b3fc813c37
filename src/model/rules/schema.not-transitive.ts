import { all, any, is, present } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const notTransitive: Rule = {
  id: 'schema.not-transitive',
  alias: 'H2',
  *cases(design) {
    for (const message of design.messages) {
      const channel = design.channel(message.fact('channel'));
      const schema = message.part('schema');
      yield {
        at: `${message.path}.schema`,
        fault: all(
          is(channel.fact('replayed'), true),
          present(message.fact('schema')),
          // Forward compatibility lets old code read new data; a replay is new code that reads old data.
          any(is(schema.fact('transitive'), false), is(schema.fact('compat'), 'forward')),
        ),
        say: () =>
          `a replay of ${channel.name} meets old versions of ${message.name} that its newest schema was never checked against`,
      };
    }
  },
};
