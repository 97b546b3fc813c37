import type { Library } from './load.ts';
import { clip, type Page } from './page.ts';
import { findSections } from './find-section.ts';
import { namedPages } from './pages.ts';
import { openingOf, type Section } from './sections.ts';

const SKILL_LINE = 200;
const PAGE_LINE = 110;

/** Every page once, one line each, with about how many tokens reading it takes. */
export function indexText(library: Library): string {
  const pages = [...namedPages(library).values()];
  const groups = library.skills.map(({ name, ours }) => {
    const own = pages.filter(({ skill }) => skill === name);
    return `## ${name}${ours ? '' : ' (from a folder given with --skills)'}\n\n${own.map(indexLine).join('\n')}`;
  });
  return [
    'Pages and their tokens. Read one with { name }, one part of it with { name, section }, find a part with { search }.',
    ...groups,
  ]
    .join('\n\n')
    .concat('\n');
}

function indexLine({ name, path, tokens, title, description }: Page): string {
  const most = path === 'SKILL.md' ? SKILL_LINE : PAGE_LINE;
  const line = description === '' ? title : description;
  return `- \`${name}\` (${tokens}): ${clip(line.replace(/\s+/g, ' '), most)}`;
}

/** The beginning of a long page, what it wants loaded first, and its outline. */
export function outlineText(page: Page, sections: readonly Section[]): string {
  const [load] = findSections(sections, 'load-order');
  const first = sections.find(({ depth }) => depth > 1)?.slug ?? '';
  return [
    openingOf(page.text),
    ...(load === undefined || load.slug !== 'load-order' ? [] : [load.text]),
    `Outline of \`${page.name}\` (${page.tokens} tokens), section and tokens:`,
    outline(sections),
    `Read one with { name: "${page.name}", section: "${first}" }.`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** Most sections an outline lists; deeper ones go first. */
const OUTLINE_LINES = 120;

function outline(sections: readonly Section[]): string {
  const inside = sections.filter(({ depth }) => depth > 1);
  const deepest = [4, 3, 2].find((depth) => inside.filter((one) => one.depth <= depth).length <= OUTLINE_LINES) ?? 2;
  const kept = inside.filter(({ depth }) => depth <= deepest);
  const lines = kept.slice(0, OUTLINE_LINES).map((section) => {
    const indent = '  '.repeat(section.depth - 2);
    return `${indent}- \`${pathOf(section, sections)}\` ${section.title} (${section.tokens})`;
  });
  const rest = kept.length - lines.length;
  return [...lines, ...(rest > 0 ? [`- and ${rest} more; find them with { search }`] : [])].join('\n');
}

/** `workflow/3` for a numbered step, its slug for anything else. */
function pathOf(section: Section, sections: readonly Section[]): string {
  const parent = sections[section.parent];
  if (parent === undefined || parent.depth < 2 || !/^\d/.test(section.title)) return section.slug;
  return `${pathOf(parent, sections)}/${section.number}`;
}

/** Stands under one part of a section that is too long for one answer. */
export function partNote(page: Page, slug: string, number: number, of: number): string {
  const next = number < of ? ` The next: { name: "${page.name}", section: "${slug}~${number + 1}" }.` : '';
  return `(Part ${number} of ${of}.${next})`;
}
