import { absent, all, any, present } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const unowned: Rule = {
  id: 'dlq.unowned',
  alias: 'D3',
  *cases({ channels }) {
    for (const channel of channels) {
      if (channel.fact('dlq').value === undefined) continue;
      const dlq = channel.part('dlq');
      yield {
        at: `${channel.path}.dlq`,
        fault: all(
          present(channel.fact('dlq')),
          any(absent(dlq.fact('owner')), absent(dlq.fact('alarm')), absent(dlq.fact('redrive'))),
        ),
        say: () => `what falls into the dead letters of ${channel.name} is found by nobody until it is gone`,
      };
    }
  },
};
