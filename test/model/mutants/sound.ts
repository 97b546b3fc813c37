import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../house/files.ts';

/** A model as YAML has it, before the schema. */
export type Raw = Record<string, unknown>;

const FOLDER = 'test/model/mutants/bases';

/** The bases by name: each states the shape of a system and what is special in it; all else is filled in soundly. */
export function soundModels(): Map<string, Raw> {
  const files = readdirSync(join(ROOT, FOLDER)).toSorted();
  return new Map(
    files.map((file) => [
      file.replace(/\.yaml$/, ''),
      sound(parse(readFileSync(join(ROOT, FOLDER, file), 'utf8')) as Raw),
    ]),
  );
}

/** Fills each fact that a base leaves open with one that no rule objects to. */
function sound(base: Raw): Raw {
  return {
    services: each(base['services'], service),
    stores: each(base['stores'], store),
    channels: each(base['channels'], channel),
    messages: each(base['messages'], message),
    handlers: each(base['handlers'], handler),
    workflows: each(base['workflows'], workflow),
    locks: each(base['locks'], () => ({ ttl: '30s', fencing: true, pause: '5s', skew: '1s', rtt: '100ms' })),
    invariants: each(base['invariants'], () => ({ reconciled: '1d' })),
    goals: filled(base['goals'], GOALS),
  };
}

const GOALS = {
  availability: '99%',
  latency: '30s',
  freshness: '10m',
  replayHorizon: '7d',
  outage: '3d',
  recovery: '12h',
  rate: '20/s',
  releaseEvery: '7d',
  clientCalls: 5,
  fanOut: 1000,
};

function service({ kind }: Raw): Raw {
  const own = kind === 'external' || kind === 'client' ? {} : { owner: 'a-team', pool: 200, release: 'alone' };
  return {
    kind: 'service',
    instances: 3,
    availability: '99.99%',
    stateful: false,
    critical: true,
    capacity: '1000/s',
    ...own,
  };
}

function store({ kind, owner }: Raw): Raw {
  const isCopy = kind === 'projection' || kind === 'replica' || kind === 'cache';
  const outbox = { relay: 'log-tailing', owner, alarm: true, cursor: 'log', cleaned: true };
  return {
    kind: 'database',
    engine: 'postgres',
    contract: 'api',
    lag: '0s',
    conflict: 'single-writer',
    clock: 'logical',
    deletes: 'tombstone',
    ...(isCopy ? {} : { outbox }),
  };
}

function channel({ kind }: Raw): Raw {
  if (kind === 'memory') return { order: 'none', rate: '5/s', logic: 'routing', maxSize: '256KB', batchMax: 1 };
  const dlq = { owner: 'a-team', alarm: true, retention: '14d', redrive: 'manual', holdsKey: true };
  return {
    kind: 'queue',
    delivery: 'at-least-once',
    order: 'none',
    retention: '4d',
    ...(kind === 'stream' ? {} : { ackDeadline: '1m' }),
    maxDeliveries: 5,
    backoff: '10s',
    retry: 'blocking',
    growth: 'fixed',
    dlq,
    dedupWindow: 'none',
    batchMax: 1,
    ttl: 'none',
    replayed: false,
    maxSize: '256KB',
    rate: '5/s',
    hotShare: '10%',
    partitionRate: '100/s',
    logic: 'routing',
  };
}

function message(): Raw {
  return {
    id: 'message_id',
    idMade: 'with-state',
    repeats: false,
    required: true,
    reconciled: '1d',
    correlates: true,
    schema: { compat: 'full', transitive: true, upgradeFirst: 'consumers' },
    removes: [],
    maxSize: '16KB',
    outside: false,
  };
}

function handler({ on }: Raw): Raw {
  const triggers = [on ?? []].flat();
  const consumes = triggers.some((name) => name !== 'request' && name !== 'timer');
  const dedup = {
    kind: 'inbox',
    scope: 'operation',
    window: '30d',
    atomic: true,
    check: 'unique',
    answer: 'stored',
    cleaned: true,
  };
  return {
    on: [],
    p99: '500ms',
    mean: '100ms',
    concurrency: 12,
    heartbeat: false,
    irreversible: false,
    cancels: true,
    stopsLoop: true,
    uses: ['id'],
    window: 'none',
    reads: [],
    writes: [],
    publishes: [],
    calls: [],
    ...(triggers.includes('request') ? { gatewayTimeout: '2m' } : {}),
    ...(consumes ? { dedup, ack: 'after', needsOrder: 'none', orderCheck: 'version', onBatchFailure: 'failed' } : {}),
  };
}

function workflow(): Raw {
  return {
    durable: true,
    deadline: '1d',
    sends: 'outbox',
    delivery: 'at-least-once',
    order: 'none',
    undoOrder: 'reverse',
    correlation: 'workflow_id',
    lateReplies: 'handled',
    cancel: 'ruled',
    versioning: 'pinned',
  };
}

/** Facts of the elements of lists and of mechanisms, by the key they stand under. */
const INNER: Readonly<Record<string, (part: Raw) => Raw>> = {
  reads: () => ({ ownWrite: false, session: 'guaranteed', pending: 'respected' }),
  writes: ({ mode }) => ({ guard: 'version', unique: mode === 'insert' }),
  publishes: () => ({ via: 'outbox', retryFor: '1d', fanOut: 1 }),
  calls: ({ attempts, effect }) => ({
    sync: true,
    effect: false,
    timeout: '2s',
    attempts: 1,
    backoff: attempts === 1 || attempts === undefined ? 'none' : '1s',
    growth: 'exponential',
    jitter: true,
    retryOn: 'transient',
    sdkAttempts: 1,
    key: effect === true ? { scope: 'operation', ttl: '30d', bound: true } : 'none',
    breaker: true,
    budget: true,
    fallback: true,
    onTimeout: effect === true ? 'query' : 'fail',
    inTransaction: false,
    address: 'discovered',
    times: 1,
  }),
  steps: ({ kind, handler: named }) => ({
    canReject: false,
    deduplicates: true,
    ...(named === undefined ? { irreversible: kind === 'pivot' } : {}),
    attempts: 3,
    timeout: '1m',
    backoff: '10s',
    awaits: 'reply',
    onExhausted: 'alarm',
    undoRegistered: 'before',
    ...(kind === 'compensatable' ? {} : { undo: 'none' }),
  }),
  undo: () => ({
    idempotent: true,
    noopIfMissing: true,
    tombstone: true,
    attempts: 'unlimited',
    onExhausted: 'alarm',
  }),
};

function each(section: unknown, facts: (part: Raw) => Raw): Raw {
  return Object.fromEntries(
    Object.entries((section ?? {}) as Raw).map(([name, part]) => [name, filled(part, facts(part as Raw))]),
  );
}

/** What is stated wins; inside mechanisms as well. */
function filled(stated: unknown, facts: Raw): Raw {
  const part = (stated ?? {}) as Raw;
  const merged: Raw = { ...facts, ...part };
  for (const [key, value] of Object.entries(merged)) {
    const inner = INNER[key];
    const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (Array.isArray(value) && inner !== undefined) merged[key] = value.map((one: Raw) => filled(one, inner(one)));
    else if (isMapping && inner !== undefined) merged[key] = filled(value, inner(value as Raw));
    else if (isMapping && typeof facts[key] === 'object') merged[key] = { ...(facts[key] as Raw), ...(value as Raw) };
  }
  return merged;
}
