import { expect, test } from 'vitest';
import { findSections } from '../../src/library/find-section.ts';
import { openingOf, sectionsOf } from '../../src/library/sections.ts';

const PAGE = `---
title: A page
---

# A page

Opening.

## Load order

First.

## Workflow

### 1. Justify it

One.

### 2. Draw \`it\` [up](x.md)

Two.

\`\`\`\`md
## Not a heading
\`\`\`
## Nor this
\`\`\`\`

#### Deep

## Review checklist

## Review checklist

Again.
`;

const find = (path: string) => findSections(sectionsOf(PAGE), path).map(({ slug }) => slug);

test('sections are slices of the page with their lines; fences hold no headings', () => {
  const sections = sectionsOf(PAGE);
  expect(sections.map(({ slug, line, depth, parent }) => [slug, line, depth, parent])).toEqual([
    ['a-page', 5, 1, -1],
    ['load-order', 9, 2, 0],
    ['workflow', 13, 2, 0],
    ['1-justify-it', 15, 3, 2],
    ['2-draw-it-up', 19, 3, 2],
    ['deep', 29, 4, 4],
    ['review-checklist', 31, 2, 0],
    ['review-checklist-2', 33, 2, 0],
  ]);
  for (const { text } of sections) expect(PAGE).toContain(text);
  expect(sections[2]?.text).toMatch(/^## Workflow[\s\S]*#### Deep$/);
});

test('a section is found by its slug or a short path', () => {
  expect(find('workflow')).toEqual(['workflow']);
  expect(find('Workflow')).toEqual(['workflow']);
  expect(find('workflow/2')).toEqual(['2-draw-it-up']);
  expect(find('workflow/justify')).toEqual(['1-justify-it']);
  expect(find('load')).toEqual(['load-order']);
  expect(find('checklist')).toEqual(['review-checklist']);
  expect(find('workflow/9')).toEqual([]);
  expect(find('nothing')).toEqual([]);
  expect(find('')).toEqual([]);
});

test('the opening is what stands under the title', () => {
  expect(openingOf(PAGE)).toBe('# A page\n\nOpening.');
});

test('a page of nothing but headings is read in one pass', () => {
  const page = '# a\n'.repeat(50_000);
  expect(sectionsOf(page)).toHaveLength(50_000);
});
