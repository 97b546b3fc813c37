import { above, amount } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

export const tooBig: Rule = {
  id: 'message.too-big',
  alias: 'G16',
  *cases(design) {
    for (const message of design.messages) {
      const channel = design.channel(message.fact('channel'));
      yield {
        at: message.path,
        fault: above(amount(message.fact('maxSize'), 'size'), amount(channel.fact('maxSize'), 'size')),
        say: () => `a large ${message.name} is refused by ${channel.name}, and what caused it is never told`,
      };
    }
  },
};
