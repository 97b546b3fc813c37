import type { Change } from './repair.ts';

/** One mechanism that is stated in several places is named once. */
export function repairText(set: readonly Change[]): string {
  const [first] = set;
  if (first === undefined) return '';
  const fieldOf = (path: string) => path.slice(path.lastIndexOf('.') + 1);
  const isOne = set.every(({ path, to }) => to === first.to && fieldOf(path) === fieldOf(first.path));
  if (set.length > 1 && isOne) {
    const parts = set.map(({ path }) => path.slice(0, path.lastIndexOf('.')));
    return `${fieldOf(first.path)}: ${first.to} in each of ${parts.join(', ')}`;
  }
  return set.map(({ path, to }) => `${path}: ${to}`).join(' and ');
}
