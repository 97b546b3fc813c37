import { pathOf } from '../model/check.ts';
import type { Path } from '../model/path.ts';
import { Fact, Listed } from './fact.ts';
import type { Relation, Relations, World } from './world.ts';

/** What templates may ask of a part beside its own fields: who points to it. */
export const RELATIONS: Relations = {
  services: { stores: pointing('stores', 'owner'), handlers: pointing('handlers', 'service'), callers },
  stores: { invariants: pointing('invariants', 'stores'), signals: pointing('signals', 'of') },
  channels: { messages: pointing('messages', 'channel'), signals: pointing('signals', 'of') },
  messages: {
    consumers: pointing('handlers', 'on'),
    producers: pointing('handlers', 'publishes', 'message'),
  },
  handlers: { steps: pointing('workflows', 'steps', 'handler'), signals: pointing('signals', 'of') },
  workflows: { signals: pointing('signals', 'of') },
  invariants: { signals: pointing('signals', 'of') },
};

/** The parts of a section in which a field names this part, be it in a list of theirs. */
function pointing(section: string, ...fields: readonly string[]): Relation {
  const key = [section, ...fields].join('.');
  return ({ world, path }) => {
    const { byName, gap } = world.kept(key, () => pointersOf(world, section, fields));
    return new Listed(world, byName.get(path[1]) ?? [], gap);
  };
}

interface Pointers {
  readonly byName: ReadonlyMap<unknown, readonly Fact[]>;
  /** The first place at which nothing is stated. */
  readonly gap: Fact | undefined;
}

function pointersOf(world: World, section: string, fields: readonly string[]): Pointers {
  const byName = new Map<unknown, Fact[]>();
  let gap: Fact | undefined;
  for (const name of world.namesOf(section) ?? []) {
    const part = new Fact(world, [section, name]);
    const { values, lacks } = valuesAt(part, fields);
    for (const value of new Set(values)) byName.set(value, [...(byName.get(value) ?? []), part]);
    gap ??= lacks;
  }
  return { byName, gap };
}

/** The values at a field, through lists, and the first place at which there is none. */
function valuesAt(of: Fact, fields: readonly string[]): { values: readonly unknown[]; lacks?: Fact } {
  const [field, ...rest] = fields;
  if (field === undefined) return { values: [of.value].flat() };
  const fact = new Fact(of.world, [...of.path, field]);
  if (fact.value === undefined) return { values: [], lacks: fact };
  if (!Array.isArray(fact.value) || rest.length === 0) return valuesAt(fact, rest);
  const inner = fact.value.map((_, at) => valuesAt(new Fact(of.world, [...fact.path, at]), rest));
  const [lacks] = inner.flatMap((one) => one.lacks ?? []);
  return { values: inner.flatMap(({ values }) => values), ...(lacks === undefined ? {} : { lacks }) };
}

/** Calls to a service or to one of its handlers. */
function callers({ world, path }: Fact): Listed {
  const calls = world.design.calls.filter(({ service }) => service === path[1]);
  const facts = calls.map(({ call, handler }) => new Fact(world, elementPath(call.path, handler.name)));
  const open = world.design.calls.find(({ to }) => to === undefined);
  const gap =
    open === undefined ? undefined : new Fact(world, [...elementPath(open.call.path, open.handler.name), 'to']);
  return new Listed(world, facts, gap ?? unlisted(world));
}

function unlisted(world: Fact['world']): Fact | undefined {
  const handler = world.design.handlers.find((one) => one.fact('calls').value === undefined);
  return handler === undefined ? undefined : new Fact(world, ['handlers', handler.name, 'calls']);
}

/** `handlers.NAME.calls[2]`, whatever signs the name holds. */
function elementPath(text: string, name: string): Path {
  return pathOf(text, { handlers: { [name]: {} } });
}
