import * as z from 'zod';
import { Count, Duration, mechanism, Name, Names, Text, Texts } from './values.ts';

/** A key by which the receiver of a call recognises a repeat. `attempt`: made anew on each try. */
const Key = mechanism('scope', {
  scope: z.enum(['entity', 'operation', 'attempt']).optional(),
  ttl: Duration.optional(),
  /** The receiver refuses the key with another payload. */
  bound: z.boolean().optional(),
});

const Call = z.strictObject({
  /** A handler, or a service where its handlers are not listed. */
  to: Name.optional(),
  /** Why the caller waits, or why it does not. */
  because: Text.optional(),
  sync: z.boolean().optional(),
  /** Changes something at the receiver. */
  effect: z.boolean().optional(),
  timeout: z.union([z.literal('none'), Duration]).optional(),
  /** Tries in all, the first one among them. */
  attempts: Count.optional(),
  /** Longest pause between two tries. */
  backoff: z.union([z.literal('none'), Duration]).optional(),
  growth: z.enum(['fixed', 'exponential']).optional(),
  jitter: z.boolean().optional(),
  retryOn: z.enum(['transient', 'all']).optional(),
  /** Tries of the client library below the declared ones. */
  sdkAttempts: Count.optional(),
  key: Key.optional(),
  breaker: z.boolean().optional(),
  /** Retries are bounded over all requests. */
  budget: z.boolean().optional(),
  fallback: z.boolean().optional(),
  onTimeout: z.enum(['fail', 'assume-done', 'retry', 'query', 'undo']).optional(),
  inTransaction: z.boolean().optional(),
  address: z.enum(['fixed', 'discovered']).optional(),
  /** Calls for one request; `unlimited`: one an item. */
  times: Count.optional(),
});

const Read = z.strictObject({
  store: Name.optional(),
  field: Name.optional(),
  /** The reader expects to see what it or its user has just written. */
  ownWrite: z.boolean().optional(),
  session: z.enum(['guaranteed', 'none']).optional(),
  /** Whether a value that a workflow may still take back is told apart. */
  pending: z.enum(['respected', 'ignored']).optional(),
});

const Write = z.strictObject({
  store: Name.optional(),
  field: Name.optional(),
  mode: z.enum(['set', 'insert', 'increment', 'append', 'upsert']).optional(),
  unique: z.boolean().optional(),
  /** The store that the written value is derived from. */
  from: Name.optional(),
  /** What keeps another writer's change from being lost. */
  guard: z.enum(['lock', 'version', 'commutative', 'reread', 'none']).optional(),
});

const Publish = z.strictObject({
  message: Name.optional(),
  /** `swept`: after the commit, and a job publishes again what a crash kept back. */
  via: z.enum(['outbox', 'cdc', 'swept', 'after-commit', 'before-commit', 'no-store']).optional(),
  /** The store whose outbox it goes through. */
  outbox: Name.optional(),
  /** How long the producer goes on trying. */
  retryFor: Duration.optional(),
  /** Messages for one trigger. */
  fanOut: Count.optional(),
});

/** A piece of work that a request, a timer or messages start. */
export const Handler = z.strictObject({
  service: Name.optional(),
  /** `request`, `timer`, or the messages that it consumes. */
  on: Names.optional(),
  /** What a request names: `POST /orders`. */
  endpoint: Text.optional(),
  /** Fields of a request. */
  takes: Texts.optional(),
  /** What a request is answered with. */
  answers: Text.optional(),
  /** Why who asks waits for the answer. */
  because: Text.optional(),
  reads: z.array(Read).optional(),
  writes: z.array(Write).optional(),
  publishes: z.array(Publish).optional(),
  calls: z.array(Call).optional(),
  dedup: mechanism('kind', {
    kind: z.enum(['natural', 'inbox', 'cache']).optional(),
    scope: z.enum(['entity', 'operation', 'attempt']).optional(),
    window: Duration.optional(),
    /** Recorded in the transaction of the effect. */
    atomic: z.boolean().optional(),
    check: z.enum(['unique', 'check-then-act']).optional(),
    /** What a repeat is answered with. */
    answer: z.enum(['stored', 'none']).optional(),
    cleaned: z.boolean().optional(),
  }).optional(),
  ack: z.enum(['before', 'after']).optional(),
  p99: Duration.optional(),
  mean: Duration.optional(),
  /** Messages or requests in work at once, over all instances. */
  concurrency: Count.optional(),
  /** Prolongs the acknowledgement deadline while it works. */
  heartbeat: z.boolean().optional(),
  needsOrder: z.enum(['none', 'per-key', 'total']).optional(),
  orderCheck: z.enum(['version', 'sequence', 'none']).optional(),
  /** What of a batch comes again when one message fails. */
  onBatchFailure: z.enum(['failed', 'whole']).optional(),
  /** Idle timeout of what stands in front of it. */
  gatewayTimeout: Duration.optional(),
  /** Ends its work when the caller has given up. */
  cancels: z.boolean().optional(),
  /** Cannot be taken back: mail, shipment, payout. */
  irreversible: z.boolean().optional(),
  /** Whether a record claims the work before the irreversible act. */
  claim: z.enum(['before', 'none']).optional(),
  /** Which instance a timer runs on. */
  singleton: z.enum(['lock', 'partition', 'none']).optional(),
  /** A condition ends a loop of messages through it. */
  stopsLoop: z.boolean().optional(),
  /** Fields of its messages that it uses. */
  uses: Names.optional(),
  /** What a time window is cut by. */
  window: z.enum(['event-time', 'arrival-time', 'none']).optional(),
});
