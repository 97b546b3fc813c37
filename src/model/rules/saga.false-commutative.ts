import { all, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const falseCommutative: Rule = {
  id: 'saga.false-commutative',
  alias: 'F21',
  *cases({ handlers }) {
    for (const handler of handlers)
      for (const write of handler.list('writes'))
        yield {
          at: write.path,
          fault: all(is(write.fact('guard'), 'commutative'), is(write.fact('mode'), 'set', 'upsert')),
          say: () =>
            `${handler.name} sets ${write.fact('field').value ?? 'a value'} as if the order did not matter, ` +
            `and the last writer wins`,
        };
  },
};
