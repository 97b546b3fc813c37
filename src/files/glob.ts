import { readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { alternatives, isGlob, matchesName } from './pattern.ts';

/** Folders that a `*` does not stand for; a pattern that names them goes in. */
const PASSED_OVER = new Set(['node_modules']);

/**
 * Finds the files that a pattern stands for (see pattern.ts). Hidden names only match a pattern that begins with a dot; links to folders are not followed.
 * @param pattern with `/` between its parts
 * @param cwd where a relative pattern begins
 * @returns the paths as the pattern writes them, sorted, each once; none where a folder may not be read
 */
export async function glob(pattern: string, cwd: string): Promise<string[]> {
  const found = new Set<string>();
  for (const one of alternatives(pattern)) {
    const parts = one.split('/');
    const root = parts[0] === '' ? '/' : '';
    await walk(
      { cwd, found },
      root,
      parts.filter((part) => part !== '' && part !== '.'),
    );
  }
  return [...found].toSorted();
}

interface Search {
  readonly cwd: string;
  readonly found: Set<string>;
}

async function walk(search: Search, at: string, [part, ...rest]: readonly string[]): Promise<void> {
  if (part === undefined) return;
  if (!isGlob(part)) return step(search, at, part, rest);
  const anyDepth = part === '**';
  if (anyDepth) await walk(search, at, rest);
  const fits = (name: string) => (anyDepth ? visible(name) : isNamed(part, name));
  const entries = await readdir(resolve(search.cwd, at), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter(({ name }) => fits(name))) {
    if (entry.isDirectory()) await walk(search, `${at}${entry.name}/`, anyDepth ? [part, ...rest] : rest);
    else if (rest.length === 0 && !anyDepth) search.found.add(`${at}${entry.name}`);
  }
}

/** A part without signs is taken as it is: `..`, a drive, a hidden folder that the pattern names. */
async function step(search: Search, at: string, part: string, rest: readonly string[]): Promise<void> {
  const path = `${at}${part}`;
  if (rest.length > 0) return walk(search, `${path}/`, rest);
  const file = await stat(resolve(search.cwd, path)).catch(() => undefined);
  if (file?.isFile() === true) search.found.add(path);
}

function isNamed(part: string, name: string): boolean {
  return (part.startsWith('.') || visible(name)) && matchesName(part, name);
}

function visible(name: string): boolean {
  return !name.startsWith('.') && !PASSED_OVER.has(name);
}
