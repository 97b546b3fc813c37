import type { Resource } from '@modelcontextprotocol/server';
import { DIRECTORY_MIME_TYPE, skillEntry, type Skill } from '@modelcontextprotocol/server/ext/skills';
import type { Library } from '../library/load.ts';
import type { Page } from '../library/page.ts';
import { allPages } from '../library/pages.ts';

/** The library as the protocol lists it. Every text in it is the page's own, so that digests hold everywhere. */
export interface Catalog {
  readonly pages: ReadonlyMap<string, Page>;
  readonly skills: ReadonlyMap<string, Skill>;
  /** Children of each folder, by the folder's URI without a slash at its end. */
  readonly folders: ReadonlyMap<string, readonly Resource[]>;
}

/** @param problem is told of a skill that the Skills extension cannot list; its pages are served all the same */
export async function buildCatalog(library: Library, problem: (line: string) => void): Promise<Catalog> {
  const pages = new Map(allPages(library).map((page) => [page.uri, page]));
  const skills = new Map<string, Skill>();
  for (const { name, pages: own } of library.skills) {
    try {
      const files = Object.fromEntries(own.map(({ path, text }) => [path, text]));
      const entry = await skillEntry(name, files);
      skills.set(entry.uri, entry);
    } catch (error) {
      problem(`skill ${name} is not listed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { pages, skills, folders: foldersOf([...pages.values()]) };
}

export function resourceOf(page: Page): Resource {
  const { uri, name, title, description, mimeType, size, priority } = page;
  return { uri, name, title, description, mimeType, size, annotations: { audience: ['assistant'], priority } };
}

function foldersOf(pages: readonly Page[]): Map<string, Resource[]> {
  const folders = new Map<string, Map<string, Resource>>();
  const put = (folder: string, child: Resource) => {
    const children = folders.get(folder) ?? new Map<string, Resource>();
    folders.set(folder, children.set(child.uri, child));
  };
  for (const page of pages) {
    put(parentOf(page.uri), resourceOf(page));
    for (let folder = parentOf(page.uri); folder !== `skill://${page.skill}`; folder = parentOf(folder))
      put(parentOf(folder), {
        uri: folder,
        name: folder.slice(folder.lastIndexOf('/') + 1),
        mimeType: DIRECTORY_MIME_TYPE,
      });
  }
  return new Map([...folders].map(([folder, children]) => [folder, [...children.values()]]));
}

function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
