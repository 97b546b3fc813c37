import type { Part } from './part.ts';
import type { Channel } from './schema/index.ts';

/** Settings that a kind of channel does not have: a partition of a stream is polled, memory ends with its process. */
const WITHOUT: Readonly<Record<string, readonly (keyof Channel)[]>> = {
  stream: ['ackDeadline'],
  memory: ['ackDeadline', 'maxDeliveries', 'dlq', 'retention'],
};

/** The setting is no matter of such a channel, so that nobody need be asked for it. Where it is stated it counts. */
export function isForeign(channel: Part<Channel>, setting: keyof Channel): boolean {
  const kind = channel.fact('kind').value ?? '';
  return WITHOUT[kind]?.includes(setting) === true && channel.fact(setting).value === undefined;
}
