import type { Design } from './design.ts';
import type { Part } from './part.ts';
import type * as S from './schema/index.ts';

/** A handler that messages start, and the channels that they come by. */
export interface Intake {
  readonly handler: Part<S.Handler>;
  readonly channels: readonly Part<S.Channel>[];
}

/** Each handler once and each of its channels once, however many of its messages share one. */
export function intakes({ deliveries }: Design): Intake[] {
  const channelsOf = new Map<Part<S.Handler>, Map<string, Part<S.Channel>>>();
  for (const { handler, channel } of deliveries) {
    const channels = channelsOf.get(handler) ?? new Map<string, Part<S.Channel>>();
    channelsOf.set(handler, channels.set(channel.path, channel));
  }
  return [...channelsOf].map(([handler, channels]) => ({ handler, channels: [...channels.values()] }));
}
