import { relative, resolve, sep } from 'node:path';

/** How reports call a file: its path from here, with `/`, the same on every platform. */
export function nameFrom(file: string, cwd: string): string {
  return relative(cwd, resolve(cwd, file)).split(sep).join('/');
}
