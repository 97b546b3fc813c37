import { all, is, present } from '../answer.ts';
import { amount, atLeast } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

export const deadLettersTooShort: Rule = {
  id: 'dlq.retention-too-short',
  alias: 'D4',
  *cases({ channels }) {
    for (const channel of channels) {
      if (channel.fact('dlq').value === undefined) continue;
      yield {
        at: `${channel.path}.dlq`,
        fault: all(
          present(channel.fact('dlq')),
          is(channel.fact('kind'), 'queue'),
          atLeast(amount(channel.fact('retention')), amount(channel.part('dlq').fact('retention'))),
        ),
        say: () => `a message that has failed for long in ${channel.name} is deleted soon after it is parked`,
      };
    }
  },
};
