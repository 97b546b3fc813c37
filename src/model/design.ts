import { Part, type Fact } from './part.ts';
import type * as S from './schema/index.ts';

/** A message on its way into a handler. */
export interface Delivery {
  readonly handler: Part<S.Handler>;
  readonly message: Part<S.Message>;
  readonly channel: Part<S.Channel>;
}

export interface Publication {
  readonly handler: Part<S.Handler>;
  readonly publish: Part<S.Publish>;
  readonly message: Part<S.Message>;
  readonly channel: Part<S.Channel>;
}

export interface Calling {
  readonly handler: Part<S.Handler>;
  readonly call: Part<S.Call>;
  /** Name as written; `undefined` where it is unstated. */
  readonly to: string | undefined;
  /** The called handler, where the name is one's. */
  readonly target: Part<S.Handler> | undefined;
  /** Name of the called service, where it can be told. */
  readonly service: string | undefined;
}

export interface Stepping {
  readonly workflow: Part<S.Workflow>;
  readonly step: Part<S.Step>;
  /** Name of the step, or its number. */
  readonly name: string;
  readonly before: readonly Part<S.Step>[];
  readonly after: readonly Part<S.Step>[];
}

/** What starts a handler that no message starts. */
const TRIGGERS = ['request', 'timer'];

/** The model with its names followed: who consumes what from where, who calls whom. */
export class Design {
  readonly services: readonly Part<S.Service>[];
  readonly stores: readonly Part<S.Store>[];
  readonly channels: readonly Part<S.Channel>[];
  readonly messages: readonly Part<S.Message>[];
  readonly handlers: readonly Part<S.Handler>[];
  readonly workflows: readonly Part<S.Workflow>[];
  readonly locks: readonly Part<S.Lock>[];
  readonly invariants: readonly Part<S.Invariant>[];
  readonly signals: readonly Part<S.Signal>[];
  readonly decisions: readonly Part<S.Decision>[];
  readonly goals: Part<S.Goals>;
  readonly deliveries: readonly Delivery[];
  readonly publications: readonly Publication[];
  readonly calls: readonly Calling[];
  readonly steps: readonly Stepping[];
  readonly #model: S.Model;

  constructor(model: S.Model) {
    this.#model = model;
    this.services = parts('services', model.services);
    this.stores = parts('stores', model.stores);
    this.channels = parts('channels', model.channels);
    this.messages = parts('messages', model.messages);
    this.handlers = parts('handlers', model.handlers);
    this.workflows = parts('workflows', model.workflows);
    this.locks = parts('locks', model.locks);
    this.invariants = parts('invariants', model.invariants);
    this.signals = parts('signals', model.signals);
    this.decisions = parts('decisions', model.decisions);
    this.goals = new Part('goals', 'goals', model.goals ?? {});
    this.deliveries = this.handlers.flatMap((handler) => this.#deliveriesOf(handler));
    this.publications = this.handlers.flatMap((handler) => this.#publicationsOf(handler));
    this.calls = this.handlers.flatMap((handler) => handler.list('calls').map((call) => this.#calling(handler, call)));
    this.steps = this.workflows.flatMap(steppings);
  }

  service(name: Fact<string>): Part<S.Service> {
    return named('services', this.#model.services, name);
  }

  store(name: Fact<string>): Part<S.Store> {
    return named('stores', this.#model.stores, name);
  }

  message(name: Fact<string>): Part<S.Message> {
    return named('messages', this.#model.messages, name);
  }

  channel(name: Fact<string>): Part<S.Channel> {
    return named('channels', this.#model.channels, name);
  }

  handler(name: Fact<string>): Part<S.Handler> {
    return named('handlers', this.#model.handlers, name);
  }

  serviceOf(handler: Part<S.Handler>): Part<S.Service> {
    return this.service(handler.fact('service'));
  }

  #deliveriesOf(handler: Part<S.Handler>): Delivery[] {
    const on = handler.fact('on');
    return (on.value ?? [])
      .filter((name) => !TRIGGERS.includes(name))
      .map((name) => {
        const message = this.message({ path: on.path, value: name });
        return { handler, message, channel: this.channel(message.fact('channel')) };
      });
  }

  #publicationsOf(handler: Part<S.Handler>): Publication[] {
    return handler.list('publishes').map((publish) => {
      const message = this.message(publish.fact('message'));
      return { handler, publish, message, channel: this.channel(message.fact('channel')) };
    });
  }

  #calling(handler: Part<S.Handler>, call: Part<S.Call>): Calling {
    const to = call.fact('to').value;
    const isHandler = to !== undefined && this.#model.handlers !== undefined && Object.hasOwn(this.#model.handlers, to);
    const target = isHandler ? this.handler({ path: call.path, value: to }) : undefined;
    return { handler, call, to, target, service: target === undefined ? to : target.fact('service').value };
  }
}

function parts<T extends object>(section: string, of: Readonly<Record<string, T>> | undefined): Part<T>[] {
  return Object.entries(of ?? {}).map(([name, value]) => new Part(`${section}.${name}`, name, value));
}

/** The part of that name. Where the name is unstated, its own fact is what is lacking; where nothing has it, the part is. */
function named<T extends object>(
  section: string,
  of: Readonly<Record<string, T>> | undefined,
  { path, value: name }: Fact<string>,
): Part<T> {
  if (name === undefined) return new Part<T>(path, path, undefined);
  const found = of !== undefined && Object.hasOwn(of, name) ? of[name] : undefined;
  return new Part(`${section}.${name}`, name, found);
}

function steppings(workflow: Part<S.Workflow>): Stepping[] {
  const steps = workflow.list('steps');
  return steps.map((step, index) => ({
    workflow,
    step,
    name: step.fact('id').value ?? `step ${index + 1}`,
    before: steps.slice(0, index),
    after: steps.slice(index + 1),
  }));
}
