import type { Stated } from '../reader.ts';
import type { Tree } from './tree.ts';

const STEPS: readonly (readonly [number, string])[] = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'm'],
];

/** Seconds as a person writes them: `345600` is `4d`. */
export function secondsText(seconds: number): string {
  if (seconds > 0 && seconds < 1) return `${Math.round(seconds * 1000)}ms`;
  const [size, unit] = STEPS.find(([step]) => seconds >= step && seconds % step === 0) ?? [1, 's'];
  return `${Number((seconds / size).toFixed(3))}${unit}`;
}

/** A text as a name of the model: without what YAML or a path would trip over. */
export function safeName(text: string): string {
  return text
    .trim()
    .replace(/[\s"#{}[\],&*!|>%@`]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 120);
}

/** A fact at the place where its value stands; nothing where there is no value. */
export function stated(path: Stated['path'], value: unknown, { line }: Pick<Tree, 'line'>): Stated[] {
  return value === undefined || value === '' ? [] : [{ path, value, line }];
}

export function statedSeconds(path: Stated['path'], tree: Tree, factor = 1): Stated[] {
  const { number } = tree;
  return number === undefined ? [] : stated(path, secondsText(number * factor), tree);
}

/** A whole number. */
export function statedCount(path: Stated['path'], tree: Tree): Stated[] {
  const { number } = tree;
  return number === undefined || !Number.isInteger(number) ? [] : stated(path, number, tree);
}
