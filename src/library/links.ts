import { posix } from 'node:path';
import { createFenceReader } from './fences.ts';

/** @returns the targets of a page's relative links, as paths inside its skill; `..` at the front leaves the skill */
export function linkedPaths(body: string, from: string): string[] {
  const fences = createFenceReader();
  const text = body.split('\n').filter((line) => fences.next(line).at === 'text');
  const targets = [...text.join('\n').matchAll(/\]\(\s*<?([^)\s>#]+)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^[a-z][a-z0-9+.-]*:|^\//i.test(target))
    .map((target) => posix.normalize(posix.join(posix.dirname(from), target)));
}
