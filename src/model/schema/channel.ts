import * as z from 'zod';
import { Count, Duration, mechanism, Name, Names, Rate, Share, Size, Text, Texts } from './values.ts';

/** What messages travel by. */
export const Channel = z.strictObject({
  kind: z.enum(['queue', 'stream', 'topic', 'webhook', 'memory']).optional(),
  delivery: z.enum(['at-most-once', 'at-least-once', 'broker-exactly-once']).optional(),
  order: z.enum(['none', 'per-key', 'total']).optional(),
  key: Name.optional(),
  partitions: Count.optional(),
  /** How partitions are added: not at all, after a drain, or while messages are in flight. */
  growth: z.enum(['fixed', 'drained', 'live']).optional(),
  retention: Duration.optional(),
  /** Time after which an unacknowledged message is delivered again. */
  ackDeadline: Duration.optional(),
  maxDeliveries: Count.optional(),
  /** Longest pause between two deliveries. */
  backoff: Duration.optional(),
  /** Whether a failed message holds up those behind it or is put on a channel of its own. */
  retry: z.enum(['blocking', 'retry-topic']).optional(),
  dlq: mechanism('owner', {
    owner: z.union([z.literal('none'), Name]).optional(),
    alarm: z.boolean().optional(),
    retention: Duration.optional(),
    redrive: z.enum(['manual', 'automatic', 'none']).optional(),
    /** Later messages of a parked message's key wait for it. */
    holdsKey: z.boolean().optional(),
  }).optional(),
  /** Time for which the broker itself drops what a producer sends twice. */
  dedupWindow: z.union([z.literal('none'), Duration]).optional(),
  batchMax: Count.optional(),
  ttl: z.union([z.literal('none'), Duration]).optional(),
  onExpiry: z.enum(['handled', 'dropped']).optional(),
  /** Old messages are read again on purpose. */
  replayed: z.boolean().optional(),
  /** How they are: from where, by what, and what keeps it harmless. */
  replay: Text.optional(),
  /** Longest time between two polls before the broker takes the partitions away. */
  maxPoll: Duration.optional(),
  maxSize: Size.optional(),
  /** Messages a second. */
  rate: Rate.optional(),
  /** Share of the busiest key. */
  hotShare: Share.optional(),
  /** Messages a second that one partition can take. */
  partitionRate: Rate.optional(),
  /** Most messages that it holds, where it lives in memory. */
  bound: Count.optional(),
  logic: z.enum(['routing', 'business']).optional(),
});

export const Message = z.strictObject({
  channel: Name.optional(),
  kind: z.enum(['command', 'event', 'reply']).optional(),
  /** What it carries beside its id, in the words of its schema. */
  fields: Texts.optional(),
  /** Why this goes as a message and not as a call. */
  because: Text.optional(),
  /** The field that recognises a repeat. */
  id: z.union([z.literal('none'), Name]).optional(),
  idMade: z.enum(['with-state', 'at-publish']).optional(),
  key: Name.optional(),
  /** What it is about: two messages of one entity belong together. */
  entity: Name.optional(),
  /** One entity rightly gets more than one of these. */
  repeats: z.boolean().optional(),
  /** An invariant rests on its effect. */
  required: z.boolean().optional(),
  /** How often what it should have caused is compared and repaired. */
  reconciled: z.union([z.literal('none'), Duration]).optional(),
  /** Carries the id of the workflow that it answers. */
  correlates: z.boolean().optional(),
  schema: mechanism('compat', {
    compat: z.enum(['backward', 'forward', 'full']).optional(),
    transitive: z.boolean().optional(),
    /** Which side is deployed first. */
    upgradeFirst: z.enum(['consumers', 'producers']).optional(),
  }).optional(),
  /** Fields that the next version drops. */
  removes: Names.optional(),
  maxSize: Size.optional(),
  /** Comes from or goes to somebody outside the design. */
  outside: z.boolean().optional(),
});
