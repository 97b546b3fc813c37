import type { Property } from '../../src/explore/program.ts';
import type { Raw } from '../model/mutants/sound.ts';

/** Four steps: three that can be taken back, then the one that decides. */
export function saga(workflow: Raw, step: Raw = {}, undo: Raw = {}, count = 4): Raw {
  const steps = Array.from({ length: count }, (_, at) => ({
    id: `step-${at + 1}`,
    kind: at === count - 1 ? 'pivot' : 'compensatable',
    canReject: true,
    deduplicates: true,
    attempts: 'unlimited',
    timeout: '1m',
    awaits: 'reply',
    onExhausted: 'alarm',
    undoRegistered: 'before',
    ...step,
    undo:
      at === count - 1
        ? 'none'
        : (step['undo'] ?? {
            op: `undo-${at + 1}`,
            idempotent: true,
            noopIfMissing: true,
            tombstone: true,
            attempts: 'unlimited',
            onExhausted: 'alarm',
            ...undo,
          }),
  }));
  return {
    workflows: {
      order: {
        style: 'orchestration',
        owner: 'orders',
        durable: true,
        deadline: 'none',
        sends: 'outbox',
        delivery: 'at-least-once',
        order: 'none',
        undoOrder: 'reverse',
        correlation: 'order_id',
        lateReplies: 'handled',
        cancel: 'ruled',
        steps,
        ...workflow,
      },
    },
  };
}

const HASTY = { attempts: 1 };
const TWICE = { attempts: 2, undoRegistered: 'after' };

/** The seeded faults: what is wrong, the property, and the fewest faults that show it. */
export const SEEDED: readonly (readonly [string, Raw, Property, number])[] = [
  ['dual write without timeouts', saga({ sends: 'after-commit' }, { timeout: 'none' }), 'not-stuck', 1],
  ['no dedup', saga({}, { deduplicates: false }), 'once', 1],
  ['a step without undo', saga({}, { undo: 'none' }), 'all-or-nothing', 1],
  ['unknown outcome treated as failure', saga({}, TWICE), 'all-or-nothing', 2],
  ['late command after undo', saga({}, HASTY, { tombstone: false }), 'no-orphan-undo', 2],
  ['non-idempotent undo', saga({}, {}, { idempotent: false }), 'once', 2],
  [
    'at-most-once transport with one undo retry',
    saga({ delivery: 'at-most-once' }, {}, { attempts: 2, onExhausted: 'none' }),
    'all-or-nothing',
    3,
  ],
];

export const SILENT: readonly (readonly [string, Raw])[] = [
  ['dual write with timeouts and unlimited undo retry', saga({ sends: 'after-commit' })],
  ['at-most-once with timeouts and unlimited undo retry', saga({ delivery: 'at-most-once' })],
];
