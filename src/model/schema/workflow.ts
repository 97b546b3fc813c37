import * as z from 'zod';
import { Count, Duration, mechanism, Name, Names, Text } from './values.ts';

const Step = z.strictObject({
  id: Name.optional(),
  handler: Name.optional(),
  kind: z.enum(['compensatable', 'pivot', 'retriable', 'query']).optional(),
  /** A business rule may say no. */
  canReject: z.boolean().optional(),
  irreversible: z.boolean().optional(),
  /** Whoever does it recognises a repeated command. Where it is unstated, its handler says it. */
  deduplicates: z.boolean().optional(),
  attempts: Count.optional(),
  timeout: z.union([z.literal('none'), Duration]).optional(),
  backoff: z.union([z.literal('none'), Duration]).optional(),
  /** What it waits for. */
  awaits: z.enum(['reply', 'event', 'none']).optional(),
  /** What happens when the tries are used up. */
  onExhausted: z.enum(['park', 'alarm', 'none']).optional(),
  undo: mechanism('op', {
    op: Name.optional(),
    idempotent: z.boolean().optional(),
    noopIfMissing: z.boolean().optional(),
    /** A late command that finds its undo is dropped. */
    tombstone: z.boolean().optional(),
    attempts: Count.optional(),
    onExhausted: z.enum(['park', 'alarm', 'none']).optional(),
  }).optional(),
  undoRegistered: z.enum(['before', 'after']).optional(),
  /** How long it holds what others must not touch. */
  lock: mechanism('ttl', { ttl: Duration.optional() }).optional(),
  /** Steps of one name run beside each other. */
  parallel: Name.optional(),
  dependsOn: Names.optional(),
  store: Name.optional(),
  field: Name.optional(),
  /** Earlier step whose value it acts on. */
  usesValueOf: Name.optional(),
  /** Reads that value again before it acts. */
  rereads: z.boolean().optional(),
  /** Lifetime of the price, token or reservation that it obtains. */
  expires: Duration.optional(),
});

export const Workflow = z.strictObject({
  style: z.enum(['orchestration', 'choreography']).optional(),
  owner: z.union([z.literal('none'), Name]).optional(),
  durable: z.boolean().optional(),
  deadline: z.union([z.literal('none'), Duration]).optional(),
  /** What users see of it while it is under way. */
  pending: Text.optional(),
  /** How the state of the workflow and its next command are saved. */
  sends: z.enum(['outbox', 'swept', 'after-commit']).optional(),
  delivery: z.enum(['at-most-once', 'at-least-once']).optional(),
  order: z.enum(['ordered', 'none']).optional(),
  undoOrder: z.enum(['reverse', 'forward', 'parallel']).optional(),
  correlation: z.union([z.literal('none'), Name]).optional(),
  lateReplies: z.enum(['handled', 'ignored']).optional(),
  /** A user's cancel that meets the end of the work. */
  cancel: z.enum(['ruled', 'race', 'none']).optional(),
  /** Which code a running instance goes on with after a release. */
  versioning: z.enum(['pinned', 'none']).optional(),
  steps: z.array(Step).optional(),
});
