import type { Library } from './load.ts';
import type { Page } from './page.ts';

/** @returns every page under every skill that has it, in the order of the skills */
export function allPages(library: Library): Page[] {
  return library.skills.flatMap(({ pages }) => pages);
}

/** @returns each page once, however many skills have it */
export function namedPages(library: Library): ReadonlyMap<string, Page> {
  const named = new Map<string, Page>();
  for (const page of allPages(library)) if (!named.has(page.name)) named.set(page.name, page);
  return named;
}
