import type { Answer } from './answer.ts';
import type { Fact } from './part.ts';

type Unit = 'time' | 'count' | 'share' | 'rate' | 'size';

/** A number with how it came about. `value` is `undefined` where a fact is lacking. */
export interface Amount {
  readonly value: number | undefined;
  readonly unit: Unit;
  readonly text: string;
  readonly rests: readonly string[];
  readonly lacks: readonly string[];
}

/** A fact as a number. `none` counts as nothing: no backoff is 0 s. */
export function amount({ path, value }: Fact<number | 'none'>, unit: Unit = 'time'): Amount {
  if (value === undefined) return { value, unit, text: path, rests: [], lacks: [path] };
  const number = value === 'none' ? 0 : value;
  return { value: number, unit, text: show(number, unit), rests: [path], lacks: [] };
}

export function constant(value: number, unit: Unit = 'count'): Amount {
  return { value, unit, text: show(value, unit), rests: [], lacks: [] };
}

export function plus(...terms: readonly Amount[]): Amount {
  return combine(terms, ' + ', (values) => values.reduce((sum, value) => sum + value, 0));
}

/** Of the unit of the last factor that is no mere count. */
export function times(...factors: readonly Amount[]): Amount {
  const wrapped = factors.map((one) => (one.text.includes(' + ') ? { ...one, text: `(${one.text})` } : one));
  return combine(wrapped, ' x ', (values) => values.reduce(multiply, 1));
}

/** 0 x unlimited is 0: a wait that is none takes no time, however often. */
function multiply(product: number, value: number): number {
  return product === 0 || value === 0 ? 0 : product * value;
}

/** A count less some: tries have one pause fewer. */
export function less(from: Amount, what: number): Amount {
  if (from.value === undefined) return from;
  const value = Math.max(0, from.value - what);
  return { ...from, value, text: show(value, from.unit) };
}

export function over(dividend: Amount, divisor: Amount, unit: Unit): Amount {
  const all = combine([dividend, divisor], ' / ', ([top = 0, bottom = 1]) => (bottom === 0 ? Infinity : top / bottom));
  return { ...all, unit };
}

export function above(left: Amount, right: Amount): Answer {
  return compare(left, right, '>', (a, b) => a > b);
}

export function atLeast(left: Amount, right: Amount): Answer {
  return compare(left, right, '>=', (a, b) => a >= b);
}

export function below(left: Amount, right: Amount): Answer {
  return compare(left, right, '<', (a, b) => a < b);
}

function combine(parts: readonly Amount[], sign: string, reckon: (values: number[]) => number): Amount {
  const values = parts.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const unit = parts.findLast((one) => one.unit !== 'count')?.unit ?? 'count';
  return {
    value: values.length < parts.length ? undefined : reckon(values),
    unit,
    text: parts.map(({ text }) => text).join(sign),
    rests: parts.flatMap(({ rests }) => rests),
    lacks: parts.flatMap(({ lacks }) => lacks),
  };
}

function compare(left: Amount, right: Amount, sign: string, holds: (a: number, b: number) => boolean): Answer {
  const rests = [...left.rests, ...right.rests];
  const lacks = [...left.lacks, ...right.lacks];
  if (left.value === undefined || right.value === undefined) return { holds: undefined, rests, lacks, sums: [] };
  return {
    holds: holds(left.value, right.value),
    rests,
    lacks: [],
    sums: [`${reckoned(left)} ${sign} ${reckoned(right)}`],
  };
}

function reckoned({ value = 0, unit, text }: Amount): string {
  const result = show(value, unit);
  return text === result ? result : `${text} = ${result}`;
}

const STEPS: readonly (readonly [number, string])[] = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** A number as people write it: `90 s`, `200 ms`, `99.9 %`, `unlimited`. */
export function show(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return unit === 'time' ? 'forever' : 'unlimited';
  if (unit === 'share') return `${rounded(value * 100)} %`;
  if (unit === 'rate') return `${rounded(value)}/s`;
  if (unit === 'size') return value >= 1024 ? `${rounded(value / 1024)} KB` : `${rounded(value)} B`;
  return unit === 'time' ? time(value) : String(rounded(value));
}

function time(seconds: number): string {
  if (Math.abs(seconds) < 1 && seconds !== 0) return `${rounded(seconds * 1000)} ms`;
  const [size, name] = STEPS.find(([step]) => seconds >= 2 * step && Number.isInteger(seconds / step)) ?? [1, 's'];
  return `${rounded(seconds / size)} ${name}`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(5));
}
