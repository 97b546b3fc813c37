import type { Library } from './load.ts';
import { oneLine } from './one-line.ts';
import { namedPages } from './pages.ts';
import type { Page } from './page.ts';
import { openingOf, sectionsOf, type Section } from './sections.ts';

/** A section that fits the words; `section` is absent for the opening of a page. */
export interface Hit {
  readonly page: Page;
  readonly section?: Section;
  /** The first words under the heading, at most 160 characters. */
  readonly excerpt: string;
  readonly tokens: number;
}

interface Entry extends Hit {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

interface Index {
  readonly entries: readonly Entry[];
  readonly rank: (words: string) => readonly { readonly id: unknown; readonly score: number }[];
}

const EXCERPT = 160;

/** Built on the first search of a library, which then never changes. */
const indexes = new WeakMap<Library, Promise<Index>>();

/** @returns the sections that best fit the words, best first; the same words give the same order */
export async function searchSections(library: Library, words: string, most = 8): Promise<Hit[]> {
  let index = indexes.get(library);
  if (index === undefined) indexes.set(library, (index = buildIndex(library)));
  const { entries, rank } = await index;
  const scored = rank(words).flatMap(({ id, score }) => {
    const entry = entries[Number(id)];
    return entry === undefined ? [] : [{ entry, score }];
  });
  return scored
    .toSorted((a, b) => b.score - a.score || a.entry.id - b.entry.id)
    .slice(0, most)
    .map(({ entry }) => entry);
}

async function buildIndex(library: Library): Promise<Index> {
  const { default: MiniSearch } = await import('minisearch');
  const entries = [...namedPages(library).values()].flatMap(entriesOf).map((entry, id) => ({ ...entry, id }));
  const index = new MiniSearch<Entry>({ fields: ['title', 'name', 'text'], extractField: field });
  index.addAll(entries);
  const options = { prefix: (term: string) => term.length > 3, fuzzy: 0.15, boost: { title: 3, name: 2 } };
  return { entries, rank: (words) => index.search(words, options) };
}

function field(entry: Entry, name: string): string {
  if (name === 'id') return String(entry.id);
  if (name === 'name') return `${entry.page.name} ${entry.page.title}`;
  return name === 'title' ? entry.title : entry.text;
}

/** A page's opening, then each section by what stands directly under its heading. */
function entriesOf(page: Page): Omit<Entry, 'id'>[] {
  const opening = openingOf(page.text);
  const first = {
    page,
    title: page.title,
    text: `${page.description}\n${opening}`,
    excerpt: excerptOf(page.description),
  };
  const sections = sectionsOf(page.text).filter(({ depth }) => depth > 1);
  return [
    { ...first, tokens: page.tokens },
    ...sections.map((section) => {
      const text = ownText(section);
      return { page, section, title: section.title, text, excerpt: excerptOf(text), tokens: section.tokens };
    }),
  ];
}

/** The text between a heading and the next, without the heading. */
function ownText({ text }: Section): string {
  const body = text.slice(text.indexOf('\n') + 1);
  const next = body.search(/^#{1,6} /m);
  return next < 0 ? body : body.slice(0, next);
}

function excerptOf(text: string): string {
  const bare = text.replace(/^ *(`{3,}|~{3,}).*$/gm, ' ').replace(/[|*`#>]+|-{3,}/g, ' ');
  return oneLine(bare, EXCERPT);
}
