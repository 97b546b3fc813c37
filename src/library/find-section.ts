import { slugOf, type Section } from './sections.ts';

/**
 * Finds a section by its slug or by a short path: `workflow`, `workflow/3`, `checklist` for `review-checklist`.
 * Each part of the path is, in this order, a whole slug, a slug without its number, a number, the beginning
 * or the last words of exactly one slug.
 * @returns the sections that fit: one where it is found, several where the words fit several
 */
export function findSections(sections: readonly Section[], path: string): readonly Section[] {
  const [first = '', ...rest] = path.split('/').map(slugOf);
  let found = matching(sections, first, false);
  for (const word of rest) {
    const [parent] = found;
    if (parent === undefined) return [];
    found = matching(descendants(sections, parent), word, true);
  }
  return found;
}

function matching(candidates: readonly Section[], word: string, numbers: boolean): readonly Section[] {
  const top = Math.min(...candidates.map(({ depth }) => depth));
  const tests: ((section: Section) => boolean)[] = [
    ({ slug }) => slug === word,
    ({ slug }) => unnumbered(slug) === word,
    ({ depth, number }) => numbers && depth === top && String(number) === word,
    ({ slug }) => word.length > 2 && unnumbered(slug).startsWith(word),
    ({ slug }) => word.length > 2 && slug.endsWith(`-${word}`),
  ];
  for (const test of tests) {
    const found = candidates.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

function descendants(sections: readonly Section[], parent: Section): readonly Section[] {
  const start = sections.indexOf(parent);
  const after = sections.slice(start + 1);
  const end = after.findIndex(({ depth }) => depth <= parent.depth);
  return end < 0 ? after : after.slice(0, end);
}

function unnumbered(slug: string): string {
  return slug.replace(/^\d+-/, '');
}
