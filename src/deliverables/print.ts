import { isMapping } from '../model/mapping.ts';
import { pathText } from '../model/path.ts';
import type { CitedPlace } from '../model/cites.ts';
import { name, prose } from './escape.ts';
import { Fact, Listed } from './fact.ts';
import { kindOf } from './world.ts';

/** What stands where the design says nothing. */
export const NOT_STATED = '_not stated_';

/** A text that a filter has put in the place of a fact's own, with the fact it rests on. */
export class Said {
  readonly fact: Fact;
  /** Markdown. */
  readonly text: string;

  constructor(fact: Fact, text: string) {
    this.fact = fact;
    this.text = text;
  }
}

/** A fact that is asked for in other words than its kind's. */
export class Asked {
  readonly of: Fact | Listed;
  readonly kind: string;
  readonly about: string | undefined;

  constructor(of: Fact | Listed, kind: string, about?: string) {
    this.of = of;
    this.kind = kind;
    this.about = about;
  }
}

/** A quote of the design. */
export interface Quote extends CitedPlace {
  readonly quote: string;
}

export interface Printing {
  /** Told of each fact that is asked for and not stated. */
  readonly open: (fact: Fact, kind?: string, about?: string) => void;
  /** Address of a line; nothing where none leads there. */
  readonly link: (place: CitedPlace) => string | undefined;
}

/**
 * Writes what a template puts out as Markdown that stays in its cell: a fact as what is stated, linked to its line, or as
 * {@link NOT_STATED}; any other text escaped.
 */
export function printer({ open, link }: Printing): (value: unknown) => string {
  const linked = (fact: Fact, text: string): string => {
    const place = fact.world.placeOf(pathText(fact.path));
    const address = place === undefined ? undefined : link(place);
    return address === undefined ? text : `[${text}](${address})`;
  };
  const gap = (fact: Fact, kind?: string, about?: string): string => {
    open(fact, kind, about);
    return NOT_STATED;
  };
  const fact = (one: Fact): string => {
    const parts = one.path.length === 1 ? one.parts() : undefined;
    if (parts !== undefined) return parts.length === 0 ? 'none' : parts.map(fact).join(', ');
    const text = factText(one);
    return text === undefined ? gap(one) : linked(one, text);
  };
  const listed = ({ items, gap: lacks }: Listed): string => {
    if (items.length > 0) return items.map(fact).join(', ');
    return lacks === undefined ? 'none' : gap(lacks);
  };
  const asked = ({ of, kind, about }: Asked): string => {
    if (of instanceof Listed && of.items.length > 0) return listed(of);
    if (of instanceof Listed) {
      const lacks = of.gap ?? new Fact(of.world, kind.split('.', 1), undefined);
      return lacks.path.length === 1 ? gap(lacks, kind, about) : gap(lacks);
    }
    return factText(of) === undefined ? gap(of, kind, about) : fact(of);
  };
  return (value) => {
    if (value instanceof Fact) return fact(value);
    if (value instanceof Listed) return listed(value);
    if (value instanceof Said)
      return factText(value.fact) === undefined ? gap(value.fact) : linked(value.fact, value.text);
    if (value instanceof Asked) return asked(value);
    if (isQuote(value)) return quoted(value, link(value));
    return plain(value);
  };
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? prose(String(value)) : '';
}

/** @returns nothing where nothing is stated */
export function factText(fact: Fact): string | undefined {
  const { value, path } = fact;
  if (path.length === 1)
    return fact
      .parts()
      ?.map(({ title }) => name(title))
      .join(', ');
  if (isMapping(value)) return name(fact.title);
  if (Array.isArray(value)) return listText(fact, value);
  return value === undefined || value === null ? undefined : word(fact, value);
}

function listText({ world, path }: Fact, value: readonly unknown[]): string {
  if (value.length === 0) return 'none';
  return value
    .map(
      (one, at) =>
        factText(isMapping(one) ? new Fact(world, [...path, at], one) : new Fact(world, path, one, true)) ?? '',
    )
    .join(', ');
}

function word({ world, path }: Fact, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  const kind = kindOf(path);
  if (CODE.has(kind)) return name(text);
  const isProse = typeof value === 'number' || world.isText(path) || TEAMS.has(kind);
  const isWord = isProse || world.wordsAt(path).has(text) || MEASURE.test(text) || WORDS.has(text);
  return isWord ? prose(text) : name(text);
}

const WORDS = new Set(['none', 'unlimited', 'forever']);

/** A number with its unit: `30s`, `99.9%`, `40/min`. */
const MEASURE = /^\d+(?:\.\d+)? ?(?:[a-zA-Z]{1,3}|%|\/\w+)$/;

/** Texts that a program reads as well. */
const CODE = new Set(['messages.fields', 'handlers.takes', 'handlers.endpoint']);

/** Names of people and of products, not of parts. */
const TEAMS = new Set([
  'services.owner',
  'channels.dlq.owner',
  'signals.owner',
  'invariants.owner',
  'stores.outbox.owner',
  'stores.engine',
]);

function isQuote(value: unknown): value is Quote {
  return isMapping(value) && typeof value['quote'] === 'string' && typeof value['line'] === 'number';
}

function quoted({ quote, line }: Quote, address: string | undefined): string {
  const place = address === undefined ? `line ${line}` : `[line ${line}](${address})`;
  return `${prose(quote)} (${place})`;
}
