import { nearest } from '../library/nearest.ts';
import type { Design } from './design.ts';
import type { Fact } from './part.ts';

/** A name that is used and stands nowhere. */
export interface Dangling {
  /** Where the name is used. */
  readonly path: string;
  readonly name: string;
  readonly message: string;
}

const names = (of: readonly { readonly name: string }[]): string[] => of.map(({ name }) => name);

type Uses = readonly [Fact<string | readonly string[]>, string, readonly string[]];

/** Every name that is used for a part which the model does not have; each name once. */
export function danglingNames(design: Design): Dangling[] {
  const sections = {
    services: names(design.services),
    stores: names(design.stores),
    channels: names(design.channels),
    messages: names(design.messages),
    handlers: names(design.handlers),
  };
  const found = new Map<string, Dangling>();
  for (const [{ path, value }, section, known] of uses(design, sections))
    for (const name of [value ?? []].flat()) {
      const key = `${section} ${name}`;
      if (known.includes(name) || found.has(key)) continue;
      found.set(key, { path, name, message: dangling(path, name, section, known) });
    }
  return [...found.values(), ...unpublished(design)];
}

/** Messages that are consumed and that no handler publishes, where the model lists who publishes and does not say that they come from outside. */
function unpublished({ deliveries, publications }: Design): Dangling[] {
  if (publications.length === 0) return [];
  const published = new Set(publications.map(({ message }) => message.name));
  const open = deliveries.filter(
    ({ message }) => !published.has(message.name) && message.fact('outside').value === undefined,
  );
  return open.map(({ handler, message }) => ({
    path: `${handler.path}.on`,
    name: message.name,
    message: `${handler.name} consumes ${message.name}, which no handler publishes; state outside: true if it comes from elsewhere`,
  }));
}

function dangling(path: string, name: string, section: string, known: readonly string[]): string {
  const [near] = nearest(name, known, 1);
  const hint = near === undefined ? '' : `; the nearest is ${near}`;
  return `${path} names ${name}, which does not stand in ${section}${hint}`;
}

type Sections = Record<'services' | 'stores' | 'channels' | 'messages' | 'handlers', string[]>;

function* uses(design: Design, sections: Sections): Generator<Uses> {
  yield* partUses(design, sections);
  for (const handler of design.handlers) yield* handlerUses(handler, sections);
}

function* partUses(design: Design, sections: Sections): Generator<Uses> {
  const { services, stores, channels, messages, handlers } = sections;
  for (const store of design.stores) {
    for (const field of ['owner', 'writers', 'readers'] as const) yield [store.fact(field), 'services', services];
    yield [store.fact('copyOf'), 'stores', stores];
  }
  for (const message of design.messages) yield [message.fact('channel'), 'channels', channels];
  for (const lock of design.locks) yield [lock.fact('guards'), 'stores', stores];
  for (const invariant of design.invariants) yield [invariant.fact('stores'), 'stores', stores];
  const parts = [
    ...services,
    ...stores,
    ...channels,
    ...messages,
    ...handlers,
    ...names(design.workflows),
    ...names(design.invariants),
  ];
  for (const signal of design.signals) yield [signal.fact('of'), 'the model', parts];
  for (const decision of design.decisions) yield [decision.fact('of'), 'the model', parts];
  for (const { step } of design.steps) {
    yield [step.fact('handler'), 'handlers', handlers];
    yield [step.fact('store'), 'stores', stores];
  }
}

function* handlerUses(
  handler: Design['handlers'][number],
  { services, stores, messages, handlers }: Sections,
): Generator<Uses> {
  yield [handler.fact('service'), 'services', services];
  yield [handler.fact('on'), 'messages', [...messages, 'request', 'timer']];
  for (const read of handler.list('reads')) yield [read.fact('store'), 'stores', stores];
  for (const write of handler.list('writes')) {
    yield [write.fact('store'), 'stores', stores];
    yield [write.fact('from'), 'stores', stores];
  }
  for (const publish of handler.list('publishes')) {
    yield [publish.fact('message'), 'messages', messages];
    yield [publish.fact('outbox'), 'stores', stores];
  }
  for (const call of handler.list('calls')) yield [call.fact('to'), 'handlers or services', [...handlers, ...services]];
}
