import { all, any, ask, is, not, type Answer } from '../../model/answer.ts';
import type { Delivery, Design } from '../../model/design.ts';

/** Messages of one key come to the handler in the order in which they were sent, and are worked on one by one. */
export function keepsOrder({ channel, handler }: Delivery): Answer {
  const isTotal = handler.fact('needsOrder').value === 'total';
  const order = channel.fact('order');
  const several = ask(handler.fact('concurrency'), (count) => count > 1);
  const apart = ask(channel.fact('partitions'), (count) => count > 1);
  const given = not(any(is(order, 'none'), ...(isTotal ? [is(order, 'per-key')] : [])));
  const atOnce = any(
    all(is(channel.fact('kind'), 'queue'), is(order, 'total'), several),
    ...(isTotal ? [all(is(channel.fact('kind'), 'stream'), apart)] : []),
  );
  return all(given, not(atOnce));
}

/** What happened to one entity comes by several channels, or by several keys. */
export function isSplit({ deliveries }: Design, { handler, message }: Delivery): boolean {
  const entity = message.fact('entity').value;
  return deliveries.some(
    (other) =>
      other.handler === handler &&
      other.message.name !== message.name &&
      entity !== undefined &&
      other.message.fact('entity').value === entity &&
      (other.message.fact('channel').value !== message.fact('channel').value ||
        other.message.fact('key').value !== message.fact('key').value),
  );
}
