import type { Operator } from '../mutants.ts';
import { all, both, channelsOf, consumes, has, isAtLeastOnce, messagesOf, named } from '../places.ts';

/** Contracts of messages. */
export const CONTRACTS: readonly Operator[] = [
  {
    rule: 'schema.upgrade-order',
    at: 'messages.*',
    set: { 'schema.compat': 'backward', 'schema.upgradeFirst': 'producers' },
  },
  {
    rule: 'schema.upgrade-order',
    at: 'messages.*',
    set: { 'schema.compat': 'forward', 'schema.upgradeFirst': 'consumers' },
    also: (message, _, model) =>
      named(model, 'channels', message['channel'])['replayed'] === true ? ['schema.not-transitive'] : [],
  },
  {
    rule: 'schema.not-transitive',
    at: 'messages.*',
    set: { 'schema.transitive': false },
    when: ({ channel }, _, model) => named(model, 'channels', channel)['replayed'] === true,
  },
  {
    rule: 'schema.missing',
    at: 'messages.*',
    set: { schema: 'none' },
    when: (message, _, model) => {
      const consumers = all(model, 'handlers').filter((handler) => messagesOf(handler, model).includes(message));
      return new Set(consumers.map(({ service }) => service)).size > 1;
    },
  },
  {
    rule: 'schema.field-removed',
    at: 'messages.*',
    set: { removes: ['id'] },
    when: (message, _, model) => all(model, 'handlers').some((handler) => messagesOf(handler, model).includes(message)),
  },
];

/** Clocks, locks and timers. */
export const TIME: readonly Operator[] = [
  { rule: 'lock.no-fencing', at: 'locks.*', set: { fencing: false } },
  { rule: 'lock.too-short', at: 'locks.*', set: { fencing: false, ttl: '5s' }, also: () => ['lock.no-fencing'] },
  {
    rule: 'timer.every-instance',
    at: 'handlers.*',
    set: { singleton: 'none', dedup: 'none' },
    when: has('on', 'timer'),
  },
  {
    rule: 'window.arrival-time',
    at: 'handlers.*',
    set: { window: 'arrival-time' },
    when: consumes(isAtLeastOnce),
  },
];

/** How much comes, how much can be done, and how much is kept. */
export const CAPACITY: readonly Operator[] = [
  {
    rule: 'capacity.utilisation',
    at: 'handlers.*',
    set: { mean: '10m' },
    when: consumes(({ kind }) => kind !== 'memory'),
    also: () => ['capacity.backlog-never-drains'],
  },
  {
    rule: 'capacity.backlog-never-drains',
    at: 'goals',
    set: { recovery: '10s' },
    when: (_, __, model) => all(model, 'handlers').some((handler) => channelsOf(handler, model).length > 0),
  },
  {
    rule: 'capacity.idle-consumers',
    at: 'handlers.*',
    set: { concurrency: 100 },
    when: consumes(({ kind }) => kind === 'stream'),
  },
  {
    rule: 'capacity.hot-key',
    at: 'channels.*',
    set: { order: 'per-key', hotShare: '50%', partitionRate: '1/s' },
    when: has('order', 'per-key'),
  },
  {
    rule: 'capacity.pool-too-small',
    at: 'services.*',
    set: { pool: 1 },
    when: (service, _, model) =>
      all(model, 'handlers').some(
        (handler) => named(model, 'services', handler['service']) === service && handler['on'] === 'request',
      ),
  },
  { rule: 'capacity.unbounded-buffer', at: 'channels.*', set: { bound: 'unlimited' }, when: has('kind', 'memory') },
  { rule: 'cache.too-stale', at: 'stores.*', set: { ttl: '2h' }, when: has('kind', 'cache') },
  { rule: 'cache.too-stale', at: 'stores.*', set: { lag: '2h' }, when: has('kind', 'projection', 'replica') },
  {
    rule: 'cache.too-stale',
    at: 'stores.*',
    set: { stampede: 'none', '/goals/rate': '500/s' },
    when: has('kind', 'cache'),
  },
  {
    rule: 'read.own-write-lost',
    at: 'handlers.*.reads.*',
    set: { ownWrite: true, session: 'none' },
    when: ({ store }, _, model) =>
      has('kind', 'projection', 'replica', 'cache')(named(model, 'stores', store), [], model),
  },
  { rule: 'invariant.never-compared', at: 'invariants.*', set: { reconciled: 'none' } },
  {
    rule: 'outbox.never-cleaned',
    at: 'stores.*',
    set: { 'outbox.cleaned': false },
    when: ({ outbox }) => outbox !== undefined,
  },
  {
    rule: 'outbox.never-cleaned',
    at: 'handlers.*',
    set: { 'dedup.cleaned': false },
    when: both(consumes(), ({ dedup }) => (dedup as { kind?: string }).kind === 'inbox'),
  },
];
