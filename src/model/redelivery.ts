import { all, is, not, present, type Answer } from './answer.ts';
import { above, amount, plus, times, type Amount } from './arithmetic.ts';
import { isForeign } from './channel-kinds.ts';
import type { Part } from './part.ts';
import type { Channel } from './schema/index.ts';

/** The last delivery of a message may come later than that. */
export function deliversAfter(channel: Part<Channel>, limit: Amount): Answer {
  const unseen = isForeign(channel, 'ackDeadline') ? [] : [amount(channel.fact('ackDeadline'))];
  const deliveries = amount(channel.fact('maxDeliveries'), 'count');
  return above(times(deliveries, plus(...unseen, amount(channel.fact('backoff')))), limit);
}

/** A message may come back out of the dead letters later than that. */
export function redrivesAfter(channel: Part<Channel>, limit: Amount): Answer {
  const dlq = channel.part('dlq');
  return all(
    present(channel.fact('dlq')),
    not(is(dlq.fact('redrive'), 'none')),
    above(amount(dlq.fact('retention')), limit),
  );
}
