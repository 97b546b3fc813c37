import type { Answer } from './answer.ts';
import type { Fact } from './part.ts';
import { show, type Unit } from './show.ts';

/** A number with how it came about. `value` is `undefined` where a fact is lacking. */
export interface Amount {
  readonly value: number | undefined;
  readonly unit: Unit;
  readonly text: string;
  /** The fact that it is, where it is one and not reckoned: `dlq.retention`. */
  readonly label?: string | undefined;
  readonly rests: readonly string[];
  readonly lacks: readonly string[];
}

const NONE: readonly string[] = [];

/** A fact as a number. `none` counts as nothing: no backoff is 0 s. */
export function amount(fact: Fact<number | 'none'>, unit: Unit = 'time'): Amount {
  return new Single(fact.value === 'none' ? 0 : fact.value, unit, fact);
}

export function constant(value: number, unit: Unit = 'count'): Amount {
  return new Single(value, unit);
}

export function plus(...terms: readonly Amount[]): Amount {
  return new Reckoned(terms, (values) => values.reduce((sum, value) => sum + value, 0), joined(' + '));
}

/** Of the unit of the last factor that is no mere count. */
export function times(...factors: readonly Amount[]): Amount {
  return new Reckoned(factors, (values) => values.reduce(multiply, 1), joined(' x '));
}

/** 0 x unlimited is 0: a wait that is none takes no time, however often. */
function multiply(product: number, value: number): number {
  return product === 0 || value === 0 ? 0 : product * value;
}

/** A count less some: tries have one pause fewer. */
export function less(from: Amount, what: number): Amount {
  return new Reckoned([from], ([value = 0]) => Math.max(0, value - what), undefined);
}

/** Nothing less than nothing: where more is taken than is there, 0 is left. */
export function minus(from: Amount, what: Amount): Amount {
  return new Reckoned([from, what], ([whole = 0, part = 0]) => Math.max(0, whole - part), joined(' - '));
}

/** The same number, read in another unit: requests a second times seconds are requests. */
export function inUnit(of: Amount, unit: Unit): Amount {
  return new Reckoned([of], ([value = 0]) => value, joined(''), unit);
}

/** The longest of what goes on at the same time. */
export function greatest(...of: readonly Amount[]): Amount {
  const [first, ...more] = of;
  if (first !== undefined && more.length === 0) return first;
  return new Reckoned(
    of,
    (values) => Math.max(0, ...values),
    (texts) => `max(${texts.join(', ')})`,
  );
}

export function over(dividend: Amount, divisor: Amount, unit: Unit): Amount {
  const divide = ([top = 0, bottom = 1]: readonly number[]) => (bottom === 0 ? Infinity : top / bottom);
  return new Reckoned([dividend, divisor], divide, joined(' / '), unit);
}

export function above(left: Amount, right: Amount): Answer {
  return new Comparison(left, right, '>', (a, b) => a > b);
}

export function atLeast(left: Amount, right: Amount): Answer {
  return new Comparison(left, right, '>=', (a, b) => a >= b);
}

export function below(left: Amount, right: Amount): Answer {
  return new Comparison(left, right, '<', (a, b) => a < b);
}

class Single implements Amount {
  readonly value: number | undefined;
  readonly unit: Unit;
  readonly #fact: Fact<unknown> | undefined;

  constructor(value: number | undefined, unit: Unit, fact?: Fact<unknown>) {
    this.value = value;
    this.unit = unit;
    this.#fact = fact;
  }

  get text(): string {
    return this.value === undefined ? (this.#fact?.path ?? '') : show(this.value, this.unit);
  }

  /** The field, and the mechanism or goal that it belongs to. */
  get label(): string | undefined {
    return this.#fact?.path.match(/(?:\b(?:dlq|key|dedup|lock|undo|goals)\.)?[^.]+$/)?.[0];
  }

  get rests(): readonly string[] {
    return this.value === undefined || this.#fact === undefined ? NONE : [this.#fact.path];
  }

  get lacks(): readonly string[] {
    return this.value === undefined && this.#fact !== undefined ? [this.#fact.path] : NONE;
  }
}

/** Sums inside of a product stand in brackets. */
function joined(sign: string): (texts: readonly string[]) => string {
  const isProduct = sign === ' x ' || sign === ' / ';
  const isSum = (text: string) => / [+-] /.test(text.replace(/\([^()]*\)/g, ''));
  return (texts) => texts.map((text) => (isProduct && isSum(text) ? `(${text})` : text)).join(sign);
}

/** Numbers put together. How that reads is made only when somebody asks, which is for one case in a thousand. */
class Reckoned implements Amount {
  readonly value: number | undefined;
  readonly unit: Unit;
  readonly #parts: readonly Amount[];
  readonly #write: ((texts: readonly string[]) => string) | undefined;

  /** @param write how the parts read together; without it the result stands alone */
  constructor(
    parts: readonly Amount[],
    reckon: (values: readonly number[]) => number,
    write: ((texts: readonly string[]) => string) | undefined,
    unit = parts.findLast((one) => one.unit !== 'count')?.unit ?? 'count',
  ) {
    const values = parts.map(({ value }) => value);
    this.value = values.every((value) => value !== undefined) ? reckon(values) : undefined;
    this.unit = unit;
    this.#parts = parts;
    this.#write = write;
  }

  get text(): string {
    if (this.#write === undefined) return show(this.value ?? 0, this.unit);
    return this.#write(this.#parts.map(({ text }) => text));
  }

  get rests(): readonly string[] {
    return this.#parts.flatMap(({ rests }) => rests);
  }

  get lacks(): readonly string[] {
    return this.#parts.flatMap(({ lacks }) => lacks);
  }
}

class Comparison implements Answer {
  readonly holds: boolean | undefined;
  readonly #left: Amount;
  readonly #right: Amount;
  readonly #sign: string;

  constructor(left: Amount, right: Amount, sign: string, holds: (a: number, b: number) => boolean) {
    const isKnown = left.value !== undefined && right.value !== undefined;
    this.holds = isKnown ? holds(left.value, right.value) : undefined;
    this.#left = left;
    this.#right = right;
    this.#sign = sign;
  }

  get rests(): readonly string[] {
    return [...this.#left.rests, ...this.#right.rests];
  }

  get lacks(): readonly string[] {
    return [...this.#left.lacks, ...this.#right.lacks];
  }

  get sums(): readonly string[] {
    return this.holds === undefined ? NONE : [`${reckoned(this.#left)} ${this.#sign} ${reckoned(this.#right)}`];
  }
}

function reckoned({ value = 0, unit, text, label }: Amount): string {
  const result = show(value, unit);
  if (text !== result) return `${text} = ${result}`;
  return label === undefined ? result : `${label} ${result}`;
}
