import { isAbsolute, relative, sep } from 'node:path';

/**
 * Whether `path` is `root` or lies under it. Both must be absolute real paths.
 * A shared prefix is not enough (`/w/root-evil` is outside `/w/root`), and a name may begin with two dots (`..notes`).
 */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
