import type { Operator, When } from '../mutants.ts';
import {
  all,
  both,
  consumersOf,
  consumes,
  has,
  hasSome,
  holder,
  isAtLeastOnce,
  isShared,
  listOf,
  messagesOf,
  named,
  stepsAfter,
} from '../places.ts';
import type { Raw } from '../sound.ts';

const hasOutbox: When = ({ outbox }) => typeof outbox === 'object';
const hasInbox: When = ({ dedup }) => (dedup as Raw | undefined)?.['kind'] === 'inbox';
const hasEffect: When = (handler) =>
  hasSome('writes')(handler, [], {}) ||
  listOf(handler, 'calls').some(({ effect }) => effect === true) ||
  handler['irreversible'] === true;

const SOUND_OUTBOX = { relay: 'log-tailing', owner: 'somebody', alarm: true, cursor: 'log', cleaned: true };

/** The handler is a step of the workflow, and a later one may say no. */
const mayReject = (workflow: Raw, handler: Raw, model: Raw) =>
  listOf(workflow, 'steps').some(
    (step) =>
      named(model, 'handlers', step['handler']) === handler &&
      stepsAfter(step, workflow).some(({ canReject }) => canReject === true),
  );

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
  {
    rule: 'atomicity.two-stores',
    at: 'handlers.*',
    set: ({ writes }) => ({
      writes: [...(writes as Raw[]), { store: 'elsewhere', field: 'copy', mode: 'set', guard: 'version' }],
      '/stores/elsewhere': {
        kind: 'database',
        engine: 'other-engine',
        owner: 'somebody',
        outbox: SOUND_OUTBOX,
        conflict: 'single-writer',
        clock: 'logical',
        deletes: 'tombstone',
        lag: '0s',
        contract: 'api',
      },
    }),
    when: hasSome('writes'),
  },
  {
    rule: 'atomicity.call-without-key',
    at: 'handlers.*.calls.*',
    set: { key: 'none', attempts: 1 },
    when: both(has('effect', true), holder(hasSome('writes'))),
  },
  { rule: 'outbox.no-relay', at: 'stores.*', set: { 'outbox.relay': 'none' }, when: hasOutbox },
  { rule: 'outbox.no-relay', at: 'stores.*', set: { 'outbox.alarm': false }, when: hasOutbox },
  { rule: 'outbox.no-relay', at: 'stores.*', set: { 'outbox.owner': 'none' }, when: hasOutbox },
  {
    rule: 'outbox.relay-skips-rows',
    at: 'stores.*',
    set: { 'outbox.relay': 'polling', 'outbox.cursor': 'sequence' },
    when: hasOutbox,
  },
  {
    rule: 'outbox.other-store',
    at: 'handlers.*.publishes.*',
    set: { outbox: 'another-store' },
    when: both(has('via', 'outbox', 'cdc'), holder(hasSome('writes'))),
  },
  {
    rule: 'outbox.unstable-id',
    at: 'handlers.*.publishes.*',
    set: ({ message }) => ({ [`/messages/${String(message)}/idMade`]: 'at-publish' }),
    when: has('via', 'outbox', 'cdc'),
  },
  {
    rule: 'outbox.unstable-id',
    at: 'handlers.*.publishes.*',
    set: ({ message }) => ({ [`/messages/${String(message)}/id`]: 'none' }),
    when: has('via', 'outbox', 'cdc'),
  },
  {
    rule: 'delivery.fire-and-forget',
    at: 'messages.*',
    set: ({ channel }) => ({
      required: true,
      reconciled: 'none',
      [`/channels/${String(channel)}/delivery`]: 'at-most-once',
    }),
    when: (message, _, model) =>
      all(model, 'handlers').some((one) =>
        listOf(one, 'publishes').some((publish) => named(model, 'messages', publish['message']) === message),
      ),
  },
  {
    rule: 'state.stale-read-modify-write',
    at: 'handlers.*.writes.*',
    set: { mode: 'set', guard: 'none', from: 'an-old-view', '/stores/an-old-view': { kind: 'projection', lag: '2s' } },
    also: (write, [, handler], model) =>
      isShared(write, [[], handler ?? {}] as unknown as Raw[], model) ? ['saga.lost-update'] : [],
  },
  {
    rule: 'delivery.exactly-once-beyond-broker',
    at: 'handlers.*',
    set: (handler, _, model) => ({
      dedup: 'none',
      ...Object.fromEntries(
        messagesOf(handler, model).map(({ channel }) => [
          `/channels/${String(channel)}/delivery`,
          'broker-exactly-once',
        ]),
      ),
    }),
    when: both(consumes(isAtLeastOnce), hasEffect),
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
  {
    rule: 'dedup.not-atomic',
    at: 'handlers.*',
    set: { 'dedup.atomic': false },
    when: both(consumes(isAtLeastOnce), hasInbox),
  },
  {
    rule: 'dedup.producer-only',
    at: 'handlers.*',
    set: (handler, _, model) => ({
      dedup: 'none',
      ...Object.fromEntries(
        messagesOf(handler, model).map(({ channel }) => [`/channels/${String(channel)}/dedupWindow`, '5m']),
      ),
    }),
    when: both(consumes(isAtLeastOnce), hasEffect),
    also: (handler) =>
      listOf(handler, 'writes').some(({ mode }) => mode === 'increment' || mode === 'append') ? ['dedup.missing'] : [],
  },
  {
    rule: 'key.scope-too-wide',
    at: 'handlers.*',
    set: (handler) => ({
      'dedup.scope': 'entity',
      ...Object.fromEntries(
        [handler['on'] ?? []]
          .flat()
          .map(String)
          .map((name) => [`/messages/${name}/repeats`, true]),
      ),
    }),
    when: both(consumes(), hasInbox),
  },
  {
    rule: 'key.per-attempt',
    at: 'handlers.*',
    set: { 'dedup.scope': 'attempt' },
    when: both(consumes(isAtLeastOnce), hasInbox),
  },
  {
    rule: 'key.per-attempt',
    at: 'handlers.*.calls.*',
    set: { 'key.scope': 'attempt', attempts: 2, backoff: '1ms' },
    when: has('effect', true),
  },
  {
    rule: 'key.not-bound-to-payload',
    at: 'handlers.*.calls.*',
    set: { 'key.bound': false },
    when: has('effect', true),
  },
  {
    rule: 'key.expires-before-retries',
    at: 'handlers.*.calls.*',
    set: { 'key.ttl': '1ms' },
    when: has('effect', true),
  },
  {
    rule: 'dedup.check-then-act',
    at: 'handlers.*',
    set: { 'dedup.check': 'check-then-act' },
    when: both(consumes(), hasInbox),
  },
  {
    rule: 'dedup.no-stored-answer',
    at: 'handlers.*',
    set: { 'dedup.answer': 'none' },
    when: both(hasInbox, (handler, _, model) =>
      listOf(handler, 'publishes').some(({ message }) => named(model, 'messages', message)['kind'] === 'reply'),
    ),
  },
  {
    rule: 'dedup.no-stored-answer',
    at: 'handlers.*',
    set: {
      dedup: {
        kind: 'inbox',
        answer: 'none',
        cleaned: true,
        window: '30d',
        atomic: true,
        scope: 'operation',
        check: 'unique',
      },
    },
    when: has('on', 'request'),
  },
  {
    rule: 'stream.poll-interval-exceeded',
    at: 'channels.*',
    set: { maxPoll: '1s' },
    when: (channel, _, model) => channel['kind'] === 'stream' && consumersOf(channel, model).length > 0,
  },
  {
    rule: 'effect.irreversible-without-claim',
    at: 'handlers.*',
    set: ({ calls }) => ({
      irreversible: true,
      claim: 'none',
      calls: (calls as Raw[]).map((call) => ({ ...call, key: 'none' })),
    }),
    when: consumes(isAtLeastOnce),
    also: (handler, _, model) => [
      ...(hasSome('writes')(handler, [], {}) && listOf(handler, 'calls').some(({ effect }) => effect === true)
        ? ['atomicity.call-without-key']
        : []),
      ...(all(model, 'workflows').some((workflow) => mayReject(workflow, handler, model))
        ? ['saga.irreversible-before-pivot']
        : []),
    ],
  },
];
