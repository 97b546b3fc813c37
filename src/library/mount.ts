import { splitFrontMatter } from './front-matter.ts';
import type { Folder } from './folder.ts';
import { linkedPaths } from './links.ts';

/**
 * A skill's own files and, under `references/`, the shared pages it points to, directly or through other pages.
 * A link to a folder of shared pages takes them all. A skill's own file hides a shared one of the same path.
 * @param own files of the skill's folder
 * @param shared pages of the references folder, by `references/<path>`
 * @returns all files by path in the skill, sorted
 */
export function mount(own: Folder, shared: Folder): Folder {
  const mounted = new Map(own);
  const waiting = [...own.keys()];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const linked = targetsOf(mounted.get(path) ?? '', path).flatMap((target) => pagesAt(shared, target));
    for (const page of linked) {
      if (mounted.has(page)) continue;
      mounted.set(page, shared.get(page) ?? '');
      waiting.push(page);
    }
  }
  return new Map([...mounted].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function targetsOf(text: string, path: string): string[] {
  return linkedPaths(splitFrontMatter(text).body, path);
}

function pagesAt(shared: Folder, target: string): string[] {
  if (shared.has(target)) return [target];
  const folder = target.replace(/\/$/, '');
  return [...shared.keys()].filter((page) => page.startsWith(`${folder}/`));
}
