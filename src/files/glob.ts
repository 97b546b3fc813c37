import { readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Whether a word of the command line stands for several files. */
export function isGlob(word: string): boolean {
  return /[*?[{]/.test(word);
}

/** Folders that a `*` does not stand for; a pattern that names them goes in. */
const PASSED_OVER = new Set(['node_modules']);

/**
 * Finds the files that a pattern stands for: `*` and `?` inside a name, `**` for any folders, `[a-z]` or `[!a-z]`, and
 * `{a,b}`. Hidden names only match a pattern that begins with a dot; links to folders are not followed.
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
  const fits = anyDepth ? visible : matcher(part);
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

function visible(name: string): boolean {
  return !name.startsWith('.') && !PASSED_OVER.has(name);
}

function matcher(part: string): (name: string) => boolean {
  const source = part.replace(/\[!?[^\]]+\]|[\s\S]/g, (sign) => {
    if (sign === '*') return '[^/]*';
    if (sign === '?') return '[^/]';
    if (sign.length > 1) return sign.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
    return sign.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
  });
  const expression = new RegExp(`^${source.replace(/(?:\[\^\/\]\*){2,}/g, '[^/]*')}$`, 'u');
  return (name) => (part.startsWith('.') || visible(name)) && expression.test(name);
}

const MOST_ALTERNATIVES = 256;

/** `{a,b}` written out, the innermost first. */
function alternatives(pattern: string): string[] {
  let open = [pattern];
  for (;;) {
    const next = open.flatMap((one) => {
      const match = /\{([^{}]*,[^{}]*)\}/.exec(one);
      if (match === null) return [one];
      const [braces, list = ''] = match;
      const { index } = match;
      return list.split(',').map((word) => one.slice(0, index) + word + one.slice(index + braces.length));
    });
    if (next.length === open.length || next.length > MOST_ALTERNATIVES) return open;
    open = next;
  }
}
