import * as z from 'zod';
import { Count, Duration, Name, Names, Rate, Share } from './values.ts';

/** Something that is deployed, or that others run for us. Rates are a second. */
export const Service = z.strictObject({
  kind: z.enum(['service', 'worker', 'function', 'gateway', 'client', 'external']).optional(),
  /** The team that answers for it. */
  owner: Name.optional(),
  instances: Count.optional(),
  availability: Share.optional(),
  /** Keeps state that is gone or unreachable with the instance. */
  stateful: z.boolean().optional(),
  /** Work that users wait for stops without it. */
  critical: z.boolean().optional(),
  /** Requests all instances together can take. */
  capacity: Rate.optional(),
  /** Connections or threads of one instance. */
  pool: Count.optional(),
  release: z.enum(['alone', 'together']).optional(),
});

/** A place that state is kept in. */
export const Store = z.strictObject({
  kind: z.enum(['database', 'cache', 'projection', 'replica', 'files']).optional(),
  engine: Name.optional(),
  /** The one service that decides what is in it. */
  owner: Name.optional(),
  writers: Names.optional(),
  readers: Names.optional(),
  /** What others read it by. */
  contract: z.enum(['api', 'view', 'none']).optional(),
  /** Of a copy: how far it may be behind. */
  lag: Duration.optional(),
  /** Of a cache: how long an entry lives. */
  ttl: Duration.optional(),
  stampede: z.enum(['single-flight', 'none']).optional(),
  conflict: z.enum(['last-write-wins', 'version', 'merge', 'single-writer']).optional(),
  clock: z.enum(['wall', 'logical']).optional(),
  deletes: z.enum(['tombstone', 'hard', 'none']).optional(),
  outbox: z
    .strictObject({
      relay: z.enum(['polling', 'log-tailing', 'none']).optional(),
      /** Who is called when the relay stands still. */
      owner: z.union([z.literal('none'), Name]).optional(),
      alarm: z.boolean().optional(),
      /** How the relay knows what it has sent: the highest sequence number, a mark on each row, the log's position. */
      cursor: z.enum(['sequence', 'status', 'log']).optional(),
      cleaned: z.boolean().optional(),
    })
    .optional(),
});

/** A lock with an end, or a lease. */
export const Lock = z.strictObject({
  guards: Name.optional(),
  ttl: Duration.optional(),
  fencing: z.boolean().optional(),
  /** Longest stop of a holder: collection, paging, a suspended machine. */
  pause: Duration.optional(),
  skew: Duration.optional(),
  rtt: Duration.optional(),
});

/** A rule over several stores that must hold. */
export const Invariant = z.strictObject({
  stores: Names.optional(),
  reconciled: z.union([z.literal('none'), Duration]).optional(),
});

/** What the system is to reach. */
export const Goals = z.strictObject({
  availability: Share.optional(),
  latency: Duration.optional(),
  freshness: Duration.optional(),
  /** How far back events are processed again. */
  replayHorizon: Duration.optional(),
  /** The longest outage of a consumer that must lose nothing. */
  outage: Duration.optional(),
  /** How soon a backlog must be gone. */
  recovery: Duration.optional(),
  rate: Rate.optional(),
  /** Time between two releases. */
  releaseEvery: Duration.optional(),
  /** Most services a client may talk to. */
  clientCalls: Count.optional(),
  /** Most messages that one message may turn into. */
  fanOut: Count.optional(),
});
