import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { exploringFiles, type ExploreResult } from '../../src/explore/result.ts';
import { exploreHtml } from '../../src/render/explore-html.ts';
import { saga } from '../explore/seeded.ts';
import type { Raw } from '../model/mutants/sound.ts';
import { inPage, screenshot } from './chromium.ts';

function explored(model: Raw): ExploreResult {
  const work = exploringFiles([{ name: 'order.model.yaml', text: stringify(model) }], '0.0.0', {});
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

const PAGES = {
  violated: exploreHtml(explored(saga({}, { attempts: 1 }, { tombstone: false }))),
  sound: exploreHtml(explored(saga({}))),
};

describe.each(Object.entries(PAGES))('the page of what is %s', (name, page) => {
  test.each([
    ['1280,1000', 'light'],
    ['390,1600', 'dark'],
  ] as const)('is drawn at %s, %s', async (size, scheme) => {
    const png = await screenshot(page, `explore-${name}-${size.split(',')[0] ?? ''}-${scheme}`, size, scheme);
    expect(png.length).toBeGreaterThan(20_000);
  });

  test.each([1280, 320])('needs no scrolling to the side at %i pixels', async (width) => {
    const wide = 'const { scrollWidth } = document.documentElement; return scrollWidth - innerWidth;';
    expect(await inPage(page, width, 'light', wide)).toBeLessThanOrEqual(0);
  });

  test.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('has nothing that axe finds at %i pixels, %s', async (width, scheme) => {
    const found = `
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' '));`;
    expect(await inPage(page, width, scheme, found, axe.source)).toEqual([]);
  });
});

test('a step opens with its facts, by the keyboard as well', async () => {
  const open = `
    const step = [...document.querySelectorAll('td.step details')].at(0);
    step.querySelector('summary').focus();
    const isFocused = document.activeElement === step.querySelector('summary');
    step.querySelector('summary').click();
    return { isFocused, open: step.open, facts: step.querySelectorAll('li').length > 0 };`;
  expect(await inPage(PAGES.violated, 1280, 'light', open)).toEqual({ isFocused: true, open: true, facts: true });
});
