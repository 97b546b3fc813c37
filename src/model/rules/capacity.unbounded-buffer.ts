import { all, ask, is } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const unboundedBuffer: Rule = {
  id: 'capacity.unbounded-buffer',
  alias: 'H13',
  *cases({ channels }) {
    for (const channel of channels)
      yield {
        at: `${channel.path}.bound`,
        fault: all(
          is(channel.fact('kind'), 'memory'),
          ask(channel.fact('bound'), (most) => !Number.isFinite(most)),
        ),
        say: () => `${channel.name} grows while its consumer is slow, until the process dies with all that it holds`,
      };
  },
};
