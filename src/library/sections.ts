import { createFenceReader } from './fences.ts';
import { splitFrontMatter } from './front-matter.ts';
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
  const ends = endsOf(headings, text.length);
  const slugs = new Map<string, number>();
  const siblings = new Map<number, number>();
  const open: number[] = [];
  return headings.map((heading, index) => {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.depth ?? 0) >= heading.depth) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(index);
    const place = (siblings.get(parent) ?? 0) + 1;
    siblings.set(parent, place);
    const slice = text.slice(heading.offset, ends[index]).trimEnd();
    return {
      title: heading.title,
      slug: uniqueSlug(heading.title, slugs),
      number: Number(/^\d+/.exec(heading.title)?.[0] ?? place),
      depth: heading.depth,
      line: heading.line,
      text: slice,
      tokens: estimateTokens(slice),
      parent,
    };
  });
}

/** @returns for each heading the offset of the next one that is not below it */
function endsOf(headings: readonly Heading[], length: number): number[] {
  const ends = headings.map(() => length);
  const open: number[] = [];
  for (const [index, { depth, offset }] of headings.entries()) {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.depth ?? 0) >= depth) ends[open.pop() ?? 0] = offset;
    open.push(index);
  }
  return ends;
}

/** @returns what a page says before its first heading under the title, without front matter and comments */
export function openingOf(text: string): string {
  const { body } = splitFrontMatter(text);
  const [, next] = headingsOf(body);
  return body
    .slice(0, next?.offset)
    .replace(/^<!--.*?-->$/gms, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function headingsOf(text: string): Heading[] {
  const { body, bodyLine } = splitFrontMatter(text);
  const fences = createFenceReader();
  const headings: Heading[] = [];
  let offset = text.length - body.length;
  for (const [index, line] of body.split('\n').entries()) {
    const [, marks = '', title = ''] = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(line) ?? [];
    if (fences.next(line).at === 'text' && marks !== '')
      headings.push({ title: plain(title), depth: marks.length, line: bodyLine + index, offset });
    offset += line.length + 1;
  }
  return headings;
}

/** A title without emphasis, code marks and link targets. */
function plain(title: string): string {
  const words = title.trimEnd().replace(/[ \t]#+$/, '');
  return words
    .trimEnd()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '');
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
