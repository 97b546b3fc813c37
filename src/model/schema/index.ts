import * as z from 'zod';
import { Channel, Message } from './channel.ts';
import { Handler } from './handler.ts';
import { Decision, Goals, Invariant, Lock, Service, Signal, Store } from './service.ts';
import { Name } from './values.ts';
import { Workflow } from './workflow.ts';

const named = <Of extends z.ZodType>(of: Of) => z.record(Name, of).optional();

/** A design as its parts state it. Every field may be left out; it is then unstated, never a default. */
export const ModelSchema = z.strictObject({
  name: z.string().max(200).optional(),
  services: named(Service),
  stores: named(Store),
  channels: named(Channel),
  messages: named(Message),
  handlers: named(Handler),
  workflows: named(Workflow),
  locks: named(Lock),
  invariants: named(Invariant),
  signals: named(Signal),
  decisions: named(Decision),
  goals: Goals.optional(),
});

export type Model = z.output<typeof ModelSchema>;
type Part<Section extends keyof Model> = NonNullable<Model[Section]>[keyof NonNullable<Model[Section]>];
export type Service = Part<'services'>;
export type Store = Part<'stores'>;
export type Channel = Part<'channels'>;
export type Message = Part<'messages'>;
export type Handler = Part<'handlers'>;
export type Workflow = Part<'workflows'>;
export type Lock = Part<'locks'>;
export type Invariant = Part<'invariants'>;
export type Signal = Part<'signals'>;
export type Decision = Part<'decisions'>;
export type Goals = NonNullable<Model['goals']>;
export type Call = NonNullable<Handler['calls']>[number];
export type Publish = NonNullable<Handler['publishes']>[number];
export type Step = NonNullable<Workflow['steps']>[number];
