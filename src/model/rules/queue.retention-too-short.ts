import { amount, below } from '../arithmetic.ts';
import { isForeign } from '../channel-kinds.ts';
import { intakes } from '../intake.ts';
import type { Rule } from '../rule.ts';

export const retentionTooShort: Rule = {
  id: 'queue.retention-too-short',
  alias: 'D7',
  *cases(design) {
    const outage = amount(design.goals.fact('outage'));
    const consumed = new Map(intakes(design).flatMap(({ channels }) => channels.map((one) => [one.path, one])));
    for (const channel of consumed.values()) {
      if (isForeign(channel, 'retention')) continue;
      yield {
        at: `${channel.path}.retention`,
        fault: below(amount(channel.fact('retention')), outage),
        say: () => `${channel.name} deletes messages while their consumer is still down`,
      };
    }
  },
};
