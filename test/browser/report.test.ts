import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { inPage, screenshot } from './chromium.ts';
import { examplePages } from './pages.ts';

const pages = await examplePages();
const SIZES = { wide: '1280,1000', narrow: '390,1600' } as const;

describe.each(Object.entries(pages))('the page of %s', (name, page) => {
  test.each([
    ['wide', 'light'],
    ['wide', 'dark'],
    ['narrow', 'light'],
    ['narrow', 'dark'],
  ] as const)('%s and %s is drawn', async (size, scheme) => {
    const png = await screenshot(page, `${name}-${size}-${scheme}`, SIZES[size], scheme);
    expect(png.readUInt32BE(16)).toBe(Number(SIZES[size].split(',')[0]));
    // A page without style or text is a few kilobytes.
    expect(png.length).toBeGreaterThan(30_000);
  });

  test.each([1280, 390, 320])('needs no scrolling to the side at %i pixels', async (width) => {
    const wide = 'const { scrollWidth } = document.documentElement; return scrollWidth - innerWidth;';
    expect(await inPage(page, width, 'light', wide)).toBeLessThanOrEqual(0);
  });
});

/** What axe finds against WCAG 2.2 A and AA and its best practices: the rule, and where it is broken. */
const AXE = `
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' '));`;

describe.each(Object.entries(pages))('the page of %s', (_, page) => {
  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('has nothing that axe finds at %i pixels, %s', async (width, scheme) => {
    expect(await inPage(page, width, scheme, AXE, axe.source)).toEqual([]);
  });
});

describe('beside the review, the design', () => {
  const jump = `
    document.getElementById('criterion-stuck').scrollIntoView();
    const before = scrollY;
    const last = [...document.querySelectorAll('.lines .quoted')].at(-1);
    location.hash = last.id;
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { top, bottom } = last.getBoundingClientRect();
    return { moved: scrollY - before, scrolled: before > 0, seen: top >= 0 && bottom <= innerHeight };`;

  test('shows a line that is jumped to and leaves the review where it was', async () => {
    expect(await inPage(pages.one, 1280, 'light', jump)).toEqual({ moved: 0, scrolled: true, seen: true });
  });

  test('on a phone stands under it, and the line is shown', async () => {
    expect(await inPage(pages.one, 390, 'light', jump)).toMatchObject({ seen: true });
  });
});

test.each([1280, 390])(
  'every link can be reached with the keyboard and shows its focus at %i pixels',
  async (width) => {
    const hidden = `return [...document.querySelectorAll('a')].filter((link) => link.checkVisibility()).filter((link) => {
    link.focus({ focusVisible: true });
    return document.activeElement !== link || getComputedStyle(link).outlineStyle === 'none';
  }).map((link) => link.textContent);`;
    expect(await inPage(pages.one, width, 'dark', hidden)).toEqual([]);
  },
);
