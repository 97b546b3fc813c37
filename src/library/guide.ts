import { findSections } from './find-section.ts';
import { indexText, outlineText, partNote } from './guide-text.ts';
import type { Library } from './load.ts';
import { nearest } from './nearest.ts';
import type { Page } from './page.ts';
import { namedPages } from './pages.ts';
import { part } from './parts.ts';
import { sectionsOf, type Section } from './sections.ts';

/** What to read: nothing gives the index; `section` alone belongs to the first skill. */
export interface GuideRequest {
  readonly name?: string | undefined;
  readonly section?: string | undefined;
  readonly search?: string | undefined;
}

/** A request that names nothing that exists; the message says what does, and what to ask instead. */
export class GuideProblem extends Error {}

/** A page up to this many tokens is given whole; a longer one by its opening and outline. */
const WHOLE_PAGE_TOKENS = 1600;

/**
 * Answers in Markdown: the index, a page, a section, or the sections that fit some words.
 * @throws GuideProblem
 */
export async function guide(library: Library, request: GuideRequest): Promise<string> {
  const { name, section, search } = request;
  if (search !== undefined) return searchText(library, search);
  const pages = namedPages(library);
  if (name === undefined && section === undefined) return indexText(library);
  if (name === undefined) return sectionOf(pages, firstPage(pages), section ?? '');
  const page = findPage(pages, name);
  if (section !== undefined && page !== undefined) return sectionOf(pages, page, section);
  return page === undefined ? byPath(pages, name, section) : pageText(page);
}

async function searchText(library: Library, words: string): Promise<string> {
  const { searchSections } = await import('./search.ts');
  const hits = await searchSections(library, words);
  if (hits.length === 0)
    throw new GuideProblem(`Nothing fits "${shown(words)}". Try other words, or call without arguments for the index.`);
  const lines = hits.map(({ page, section, excerpt, tokens }, index) => {
    const place = section === undefined ? `name: "${page.name}"` : `name: "${page.name}", section: "${section.slug}"`;
    return `${index + 1}. **${section === undefined ? page.title : `${page.title}: ${section.title}`}** { ${place} }, about ${tokens} tokens\n   ${excerpt}`;
  });
  return `Sections that fit "${shown(words)}", best first:\n\n${lines.join('\n')}\n`;
}

function firstPage(pages: ReadonlyMap<string, Page>): Page {
  const [page] = pages.values();
  if (page === undefined) throw new GuideProblem('No page is served. Start the server with --skills DIR.');
  return page;
}

/** A page by its name, by its URI, or by the last part of exactly one name. */
function findPage(pages: ReadonlyMap<string, Page>, name: string): Page | undefined {
  const wanted = name
    .trim()
    .replace(/\.md$/, '')
    .replace(/^references\//, '')
    .replace(/^\/|\/$/g, '');
  const direct = pages.get(wanted) ?? [...pages.values()].find(({ uri }) => uri === name);
  if (direct !== undefined) return direct;
  const named = [...pages.values()].filter((page) => page.name.endsWith(`/${wanted}`));
  return named.length === 1 ? named[0] : undefined;
}

/** A name that is no page may be `page/section`, or a section of the first skill. */
function byPath(pages: ReadonlyMap<string, Page>, name: string, section: string | undefined): string {
  const owner = [...pages.values()].find((page) => name.startsWith(`${page.name}/`));
  const page = owner ?? firstPage(pages);
  const path = owner === undefined ? name : name.slice(owner.name.length + 1);
  const [found, ...others] = findSections(sectionsOf(page.text), section === undefined ? path : `${path}/${section}`);
  if (found !== undefined && others.length === 0) return sectionText(page, found, 1);
  const near = nearest(name, [...pages.keys()]).map((known) => `"${known}"`);
  throw new GuideProblem(
    `No page "${shown(name)}". Nearest: ${near.join(', ')}. Call without arguments for all ${pages.size}, or with { search }.`,
  );
}

function sectionOf(pages: ReadonlyMap<string, Page>, page: Page, path: string): string {
  const [words = '', number = '1'] = path.split('~');
  const sections = sectionsOf(page.text);
  const found = findSections(sections, words);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return sectionText(page, only, Number(number));
  if (only === undefined) {
    const other = findPage(pages, words);
    if (other !== undefined) return pageText(other);
  }
  const near = only === undefined ? nearestSections(sections, words) : found.map(({ slug }) => slug);
  const names = near.map((slug) => `"${slug}"`).join(', ');
  const lead =
    only === undefined ? `has no section "${shown(words)}". Nearest` : `has several sections "${shown(words)}"`;
  throw new GuideProblem(`"${page.name}" ${lead}: ${names}. { name: "${page.name}" } gives its outline.`);
}

function nearestSections(sections: readonly Section[], words: string): string[] {
  return nearest(
    words,
    sections.filter(({ depth }) => depth > 1).map(({ slug }) => slug),
  );
}

function pageText(page: Page): string {
  if (page.tokens <= WHOLE_PAGE_TOKENS) return page.text;
  return outlineText(page, sectionsOf(page.text));
}

function sectionText(page: Page, section: Section, number: number): string {
  const { text, of } = part(section.text, number);
  if (text === undefined)
    throw new GuideProblem(
      `"${section.slug}" has ${of} parts; ask for "${section.slug}~1" to "${section.slug}~${of}".`,
    );
  return of === 1 ? `${text}\n` : `${text}\n\n${partNote(page, section.slug, number, of)}\n`;
}

function shown(words: string): string {
  return words.length > 64 ? `${words.slice(0, 61)}...` : words;
}
