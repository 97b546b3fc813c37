/** A mechanism that can be added to a design by stating one fact otherwise. */
export interface Mechanism {
  /** The last key of the fact's path. */
  readonly field: string;
  /** Where in the model it applies, as the beginning of the path; anywhere where it is left out. */
  readonly within?: string;
  readonly value: unknown;
  /** As YAML has it. */
  readonly written: string;
}

const UNDO = {
  op: 'undo',
  idempotent: true,
  noopIfMissing: true,
  tombstone: true,
  attempts: Infinity,
  onExhausted: 'alarm',
};
const INBOX = { kind: 'inbox', scope: 'operation', atomic: true, check: 'unique', window: Infinity, answer: 'stored' };
const DLQ = { owner: 'somebody', alarm: true, redrive: 'manual', holdsKey: true, retention: Infinity };

const word = (field: string, value: string | boolean, within?: string): Mechanism => ({
  field,
  value,
  written: String(value),
  ...(within === undefined ? {} : { within }),
});
const endless = (field: string, written: string, within?: string): Mechanism => ({
  ...word(field, written, within),
  value: Infinity,
});

/** In the order in which they are tried: the cheapest to build first. */
export const MECHANISMS: readonly Mechanism[] = [
  word('tombstone', true),
  word('idempotent', true),
  word('noopIfMissing', true),
  word('undoRegistered', 'before'),
  word('undoOrder', 'reverse'),
  word('onExhausted', 'alarm'),
  endless('attempts', 'unlimited', 'workflows'),
  { field: 'timeout', within: 'workflows', value: 60, written: '1m' },
  { field: 'timeout', within: 'handlers', value: 2, written: '2s' },
  word('sends', 'outbox'),
  word('durable', true),
  word('lateReplies', 'handled'),
  word('correlation', 'workflow_id'),
  word('cancel', 'ruled'),
  { field: 'deadline', value: 86_400, written: '1d' },
  word('owner', 'a-team'),
  word('deduplicates', true),
  {
    field: 'undo',
    value: UNDO,
    written: '{ idempotent: true, noopIfMissing: true, tombstone: true, attempts: unlimited, onExhausted: alarm }',
  },
  { field: 'lock', value: { ttl: Infinity }, written: '{ ttl: forever }' },
  word('rereads', true),
  word('via', 'outbox'),
  word('idMade', 'with-state'),
  word('id', 'message_id'),
  word('relay', 'log-tailing'),
  word('alarm', true),
  {
    field: 'outbox',
    within: 'stores',
    value: { relay: 'log-tailing', owner: 'a-team', alarm: true },
    written: '{ relay: log-tailing, owner: a-team, alarm: true }',
  },
  word('ack', 'after'),
  word('atomic', true),
  word('check', 'unique'),
  word('scope', 'operation'),
  word('answer', 'stored'),
  endless('window', 'forever'),
  endless('retention', 'forever'),
  {
    field: 'dedup',
    within: 'handlers',
    value: INBOX,
    written: '{ kind: inbox, scope: operation, atomic: true, check: unique }',
  },
  {
    field: 'key',
    within: 'handlers',
    value: { scope: 'operation', ttl: Infinity, bound: true },
    written: '{ scope: operation, bound: true }',
  },
  endless('ttl', 'forever', 'handlers'),
  word('onTimeout', 'query'),
  word('cancels', true),
  word('claim', 'before'),
  word('mode', 'upsert'),
  word('unique', true),
  word('delivery', 'at-least-once'),
  word('order', 'per-key', 'channels'),
  word('order', 'ordered', 'workflows'),
  word('orderCheck', 'version'),
  word('retry', 'blocking'),
  word('holdsKey', true),
  { field: 'dlq', value: DLQ, written: '{ owner: a-team, alarm: true, redrive: manual, holdsKey: true }' },
  word('redrive', 'manual'),
  word('onExpiry', 'handled'),
  endless('ackDeadline', 'forever'),
  word('heartbeat', true),
  endless('gatewayTimeout', 'forever'),
  word('guard', 'version'),
  word('pending', 'respected'),
  word('session', 'guaranteed'),
  word('fencing', true),
  word('singleton', 'lock'),
  word('clock', 'logical'),
  { field: 'reconciled', value: 3600, written: '1h' },
];
