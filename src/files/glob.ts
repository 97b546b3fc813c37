import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

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
  if (part === '..') return walk(search, `${at}../`, rest);
  const { fits, folders } = part === '**' ? { fits: visible, folders: true } : { fits: matcher(part), folders: false };
  if (folders) await walk(search, at, rest);
  const entries = await readdir(join(search.cwd, at), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter(({ name }) => fits(name))) {
    if (entry.isDirectory()) await walk(search, `${at}${entry.name}/`, folders ? [part, ...rest] : rest);
    else if (rest.length === 0 && !folders) search.found.add(`${at}${entry.name}`);
  }
}

function visible(name: string): boolean {
  return !name.startsWith('.') && !PASSED_OVER.has(name);
}

function matcher(part: string): (name: string) => boolean {
  if (!isGlob(part)) return (name) => name === part;
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
