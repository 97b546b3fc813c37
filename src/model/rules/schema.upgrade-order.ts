import { all, any, is, present } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const upgradeOrder: Rule = {
  id: 'schema.upgrade-order',
  alias: 'H1',
  *cases({ messages }) {
    for (const message of messages) {
      const schema = message.part('schema');
      const compat = schema.fact('compat');
      const first = schema.fact('upgradeFirst');
      yield {
        at: `${message.path}.schema`,
        fault: all(
          present(message.fact('schema')),
          any(all(is(compat, 'backward'), is(first, 'producers')), all(is(compat, 'forward'), is(first, 'consumers'))),
        ),
        say: () =>
          compat.value === 'backward'
            ? `${message.name} is written in its new form while its consumers can only read the old one`
            : `consumers of ${message.name} read by its new form what its producers still write in the old one`,
      };
    }
  },
};
