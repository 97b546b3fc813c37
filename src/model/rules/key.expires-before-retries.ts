import { all, any, inDoubt, is } from '../answer.ts';
import { above, amount } from '../arithmetic.ts';
import { intakes } from '../intake.ts';
import { deliversAfter, redrivesAfter } from '../redelivery.ts';
import type { Rule } from '../rule.ts';
import { triesTime } from '../tries.ts';

export const expiresBeforeRetries: Rule = {
  id: 'key.expires-before-retries',
  alias: 'B8',
  *cases(design) {
    const channelsOf = new Map(intakes(design).map(({ handler, channels }) => [handler, channels]));
    for (const { handler, call, to } of design.calls) {
      const key = call.part('key');
      if (key.value === undefined) continue;
      const ttl = amount(key.fact('ttl'));
      const channels = channelsOf.get(handler) ?? [];
      yield {
        at: key.path,
        fault: all(
          is(call.fact('effect'), true),
          any(
            // A try that may last for ever is a fault of its own, and says nothing of when the last one comes.
            above(triesTime(call, 0), ttl),
            ...channels.flatMap((channel) => [deliversAfter(channel, ttl), redrivesAfter(channel, ttl)]),
            inDoubt(handler.fact('on')),
          ),
        ),
        say: () =>
          `${handler.name} may try again when ${to ?? 'its callee'} has forgotten the key, and the work is done twice`,
      };
    }
  },
};
