import { all, any, ask, is, not, present, type Answer } from '../answer.ts';
import { above, amount, plus, times, type Amount } from '../arithmetic.ts';
import { isForeign } from '../channel-kinds.ts';
import type { Part } from '../part.ts';
import type { Rule } from '../rule.ts';
import { triesTime } from '../tries.ts';
import type { Channel } from '../schema/index.ts';
import { intakes } from '../intake.ts';

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
            ...channels.map((channel) => outlives(channel, ttl)),
            ask(handler.fact('on'), () => false),
          ),
        ),
        say: () =>
          `${handler.name} may try again when ${to ?? 'its callee'} has forgotten the key, and the work is done twice`,
      };
    }
  },
};

/** The message that the call is made for may come again later than that. */
function outlives(channel: Part<Channel>, ttl: Amount): Answer {
  const dlq = channel.part('dlq');
  const wait = isForeign(channel, 'ackDeadline') ? [] : [amount(channel.fact('ackDeadline'))];
  return any(
    above(times(amount(channel.fact('maxDeliveries'), 'count'), plus(...wait, amount(channel.fact('backoff')))), ttl),
    all(present(channel.fact('dlq')), not(is(dlq.fact('redrive'), 'none')), above(amount(dlq.fact('retention')), ttl)),
  );
}
