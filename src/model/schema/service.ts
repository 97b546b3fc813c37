import * as z from 'zod';
import { Count, Duration, Name, Names, Rate, Share, Text, Texts } from './values.ts';

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
  /** The data that is kept in it, in the words of the business. */
  holds: Texts.optional(),
  /** The one service that decides what is in it. */
  owner: Name.optional(),
  writers: Names.optional(),
  readers: Names.optional(),
  /** What a reader may rely on: the last write, or one that is on its way. */
  consistency: z.enum(['strong', 'eventual']).optional(),
  /** Why that is enough, or needed. */
  because: Text.optional(),
  /** The store that it is a copy of. */
  copyOf: Name.optional(),
  /** Of a copy: how a user or an operator can tell that it is behind. */
  shows: Text.optional(),
  /** Of a copy: how it is made anew, and from what. */
  rebuild: Text.optional(),
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
  /** What must hold. */
  rule: Text.optional(),
  reconciled: z.union([z.literal('none'), Duration]).optional(),
  /** What is done about a difference. */
  repair: Text.optional(),
  /** Who does what no program can repair. */
  owner: Name.optional(),
});

/** What somebody sees when work goes wrong. */
export const Signal = z.strictObject({
  shows: z.enum(['stuck', 'duplicated', 'divergent', 'failing']).optional(),
  /** The parts of the model that it watches. */
  of: Names.optional(),
  /** What is counted or measured. */
  measure: Text.optional(),
  threshold: Text.optional(),
  /** Who is told. */
  owner: Name.optional(),
  /** What they do then: a runbook, in a sentence. */
  action: Text.optional(),
});

/** A choice that somebody could have made otherwise. */
export const Decision = z.strictObject({
  about: z.enum(['distribution', 'interaction', 'consistency']).optional(),
  /** The parts of the model that it is about. */
  of: Names.optional(),
  /** The facts of this system that call for a choice. */
  context: Text.optional(),
  choice: Text.optional(),
  because: Text.optional(),
  /** What else was weighed. */
  options: z.array(z.strictObject({ option: Text.optional(), rejected: Text.optional() })).optional(),
  /** What the choice costs. */
  cost: Text.optional(),
  /** What would change it. */
  revisit: Text.optional(),
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
