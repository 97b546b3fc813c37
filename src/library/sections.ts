import { createFenceReader } from './fences.ts';
import { parseFrontMatter } from './front-matter.ts';
import { estimateTokens } from './tokens.ts';

/** A heading of a page with everything under it, sub-sections included. `text` is an exact slice of the page. */
export interface Section {
  readonly title: string;
  /** The heading in lower case with hyphens; unique on its page. */
  readonly slug: string;
  /** The number the heading begins with (`### 3. Choose ...`), or its place among its siblings, from 1. */
  readonly number: number;
  readonly depth: number;
  /** 1-based line of the heading. */
  readonly line: number;
  readonly text: string;
  readonly tokens: number;
  /** Index of the section this one is nested in, or -1. */
  readonly parent: number;
}

interface Heading {
  readonly title: string;
  readonly depth: number;
  readonly line: number;
  readonly offset: number;
}

/** @returns the sections of a page in order; headings inside fences are none */
export function sectionsOf(text: string): Section[] {
  const headings = headingsOf(text);
  const slugs = new Map<string, number>();
  const sections: Section[] = [];
  for (const [index, heading] of headings.entries()) {
    const end = headings.slice(index + 1).find(({ depth }) => depth <= heading.depth)?.offset ?? text.length;
    const slice = text.slice(heading.offset, end).trimEnd();
    const parent = headings.slice(0, index).findLastIndex(({ depth }) => depth < heading.depth);
    const siblings = sections.filter((other) => other.parent === parent).length;
    sections.push({
      title: heading.title,
      slug: uniqueSlug(heading.title, slugs),
      number: Number(/^\d+/.exec(heading.title)?.[0] ?? siblings + 1),
      depth: heading.depth,
      line: heading.line,
      text: slice,
      tokens: estimateTokens(slice),
      parent,
    });
  }
  return sections;
}

/** @returns what a page says before its first heading under the title, without front matter and comments */
export function openingOf(text: string): string {
  const { body } = parseFrontMatter(text);
  const [, next] = headingsOf(body);
  return body
    .slice(0, next?.offset)
    .replace(/^<!--.*?-->$/gms, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function headingsOf(text: string): Heading[] {
  const fences = createFenceReader();
  const headings: Heading[] = [];
  let offset = text.length - bodyOf(text).length;
  for (const [index, line] of text.slice(offset).split('\n').entries()) {
    const [, marks = '', title = ''] = /^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*#*\r?$/.exec(line) ?? [];
    if (fences.next(line).at === 'text' && marks !== '')
      headings.push({ title: plain(title), depth: marks.length, line: index + 1, offset });
    offset += line.length + 1;
  }
  const before = text.slice(0, text.length - bodyOf(text).length).split('\n').length - 1;
  return headings.map((heading) => ({ ...heading, line: heading.line + before }));
}

function bodyOf(text: string): string {
  return parseFrontMatter(text).body;
}

/** A title without emphasis, code marks and link targets. */
function plain(title: string): string {
  return title.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, '');
}

export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function uniqueSlug(title: string, taken: Map<string, number>): string {
  const slug = slugOf(title);
  const count = taken.get(slug) ?? 0;
  taken.set(slug, count + 1);
  return count === 0 ? slug : `${slug}-${count + 1}`;
}
