import { is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const businessLogic: Rule = {
  id: 'channel.business-logic',
  alias: 'G14',
  *cases({ channels }) {
    for (const channel of channels)
      yield {
        at: channel.path,
        fault: is(channel.fact('logic'), 'business'),
        say: () => `${channel.name} takes decisions that no service owns, tests or releases`,
      };
  },
};
