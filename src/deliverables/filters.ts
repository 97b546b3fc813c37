import { sagaDiagram } from './diagrams/saga.ts';
import { name, prose } from './escape.ts';
import { Fact, Listed } from './fact.ts';
import { Asked, Said } from './print.ts';

/** What a template's author may pipe a fact through, beside a few of Liquid's own. */
export const FILTERS = {
  say,
  only_if: onlyIf,
  on_messages: onMessages,
  none_as: noneAs,
  or_outside: orOutside,
  without,
  pick,
  ask,
  saga,
};

/** Stands where another fact leaves nothing to be said. */
const MEANINGLESS = '–';

/** `{{ channel.dlq | say: "none", "they are dropped", "they are kept" }}`: other words for a value; the last one for any other. */
function say(value: unknown, ...pairs: readonly unknown[]): unknown {
  if (!(value instanceof Fact) || value.value === undefined) return value;
  const at = pairs.findIndex((one, index) => index % 2 === 0 && index + 1 < pairs.length && one === value.value);
  const other = pairs.length % 2 === 1 ? pairs.at(-1) : undefined;
  const words = at < 0 ? other : pairs[at + 1];
  return typeof words === 'string' ? new Said(value, prose(words)) : value;
}

/** `{{ channel.key | only_if: channel.order, "per-key" }}`: a dash where another fact makes this one meaningless. */
function onlyIf(value: unknown, other: unknown, ...words: readonly unknown[]): unknown {
  if (!(other instanceof Fact)) return value;
  if (other.value === undefined) return other;
  return words.includes(other.value) ? value : MEANINGLESS;
}

/** `{{ handler.ack | on_messages: handler }}`: a dash where no message starts the handler. */
function onMessages(value: unknown, handler: unknown): unknown {
  if (!(handler instanceof Fact)) return value;
  const on = new Fact(handler.world, [...handler.path, 'on']);
  if (on.value === undefined) return on;
  return [on.value].flat().every((one) => one === 'request' || one === 'timer') ? MEANINGLESS : value;
}

/** `{{ service.stores | none_as: "nothing" }}`: another word for an empty list. */
function noneAs(value: unknown, word: unknown): unknown {
  return value instanceof Listed && value.items.length === 0 && value.gap === undefined ? word : value;
}

/** `{{ message.consumers | or_outside: message.outside }}`: nobody in the design, since it is somebody outside. */
function orOutside(value: unknown, outside: unknown): unknown {
  const isOutside = outside instanceof Fact && outside.value === true;
  return isOutside && value instanceof Listed && value.items.length === 0
    ? new Said(outside, 'somebody outside')
    : value;
}

/** `{{ store.readers | without: store.owner }}`: a list of names but for one. */
function without(value: unknown, other: unknown): unknown {
  if (!(value instanceof Fact) || value.value === undefined || !(other instanceof Fact)) return value;
  if (other.value === undefined) return other;
  const left = [value.value].flat().filter((one) => one !== other.value);
  return new Said(
    value,
    left.length === 0 ? 'nobody' : left.map((one) => (typeof one === 'string' ? name(one) : '')).join(', '),
  );
}

/** `{% assign stuck = signals | pick: "shows", "stuck" %}`: the parts whose field is that word. */
function pick(value: unknown, field: unknown, word: unknown): unknown {
  const [items, gap] = itemsOf(value);
  const facts = items.map((item) => ({ item, fact: new Fact(item.world, [...item.path, String(field)]) }));
  const lacking = facts.find(({ fact }) => fact.value === undefined)?.fact;
  const [world] = [value].flatMap((one) => (one instanceof Fact || one instanceof Listed ? one.world : []));
  if (world === undefined) return value;
  return new Listed(
    world,
    facts.filter(({ fact }) => [fact.value].flat().includes(word)).map(({ item }) => item),
    lacking ?? gap,
  );
}

function itemsOf(value: unknown): [readonly Fact[], Fact | undefined] {
  if (value instanceof Listed) return [value.items, value.gap];
  if (!(value instanceof Fact)) return [[], undefined];
  const parts = value.valueOf();
  return Array.isArray(parts) ? [parts.filter((one) => one instanceof Fact), undefined] : [[], value];
}

/** `{{ stuck | ask: "signals.shows=stuck", channel }}`: the question where it is open. */
function ask(value: unknown, kind: unknown, about?: unknown): unknown {
  const subject = about instanceof Fact ? `\`${about.title}\`` : undefined;
  return value instanceof Fact || value instanceof Listed ? new Asked(value, String(kind), subject) : value;
}

/** `{{ workflow | saga | raw }}`: its steps and the way back. */
function saga(value: unknown): unknown {
  return value instanceof Fact ? sagaDiagram(value.world.design, String(value.path[1])) : '';
}
