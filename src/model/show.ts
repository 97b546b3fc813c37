export type Unit = 'time' | 'count' | 'share' | 'rate' | 'size';

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
