import type { Operator } from '../mutants.ts';
import { both, consumes, has, hasSome, holder, isAtLeastOnce } from '../places.ts';

export const ATOMICITY: readonly Operator[] = [
  {
    rule: 'outbox.dual-write',
    at: 'handlers.*.publishes.*',
    set: { via: 'after-commit' },
    when: holder(hasSome('writes')),
  },
  {
    rule: 'outbox.publish-before-commit',
    at: 'handlers.*.publishes.*',
    set: { via: 'before-commit' },
    when: holder(hasSome('writes')),
  },
  {
    rule: 'ack.before-effect',
    at: 'handlers.*',
    set: { ack: 'before' },
    when: (handler, above, model) =>
      consumes()(handler, above, model) &&
      (hasSome('writes')(handler, above, model) || hasSome('publishes')(handler, above, model)),
  },
];

export const REPEATS: readonly Operator[] = [
  {
    rule: 'dedup.missing',
    at: 'handlers.*',
    set: { dedup: 'none' },
    when: both(consumes(isAtLeastOnce), (handler, _, model) =>
      (handler['writes'] as Record<string, unknown>[]).some((write) =>
        has('mode', 'increment', 'append')(write, [], model),
      ),
    ),
  },
  {
    rule: 'dedup.window-too-short',
    at: 'handlers.*',
    set: { 'dedup.window': '1m' },
    when: both(consumes(isAtLeastOnce), ({ dedup }) => (dedup as { kind?: string }).kind === 'inbox'),
  },
];
