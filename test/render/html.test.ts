import { describe, expect, test } from 'vitest';
import { html } from '../../src/render/html/page.ts';
import { markLines } from '../../src/render/html/marks.ts';
import { TONES } from '../../src/render/html/style-tones.ts';
import { LAYOUT } from '../../src/render/html/style-layout.ts';
import { verdict } from '../review/reports.ts';
import { CLEAN, FULL, NO_DESIGN, TEXT, context, reviewed } from './reviews.ts';

const one = await html(reviewed(FULL), context);
const several = await html(reviewed(FULL, CLEAN, NO_DESIGN), { ...context, several: true });
const pages = [
  ['one', one],
  ['several', several],
] as const;

describe.each(pages)('the page of %s', (_, page) => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

  test('loads nothing and runs nothing', () => {
    expect(page).not.toMatch(
      /<(?:script|link|img|iframe|object|embed|form|base)\b|\b(?:src|srcset|action|on\w+)=|url\(|@import/i,
    );
    expect(page).toContain('content="default-src &#39;none&#39;;');
  });

  test('gives each id once, and every link and label leads to one', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    const labels = [...page.matchAll(/ aria-labelledby="([^"]+)"/g)].flatMap(([, list = '']) => list.split(' '));
    expect(links.length).toBeGreaterThan(5);
    expect([...links, ...labels].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('has one first heading and leaves no level out', () => {
    const levels = [...page.matchAll(/<h(\d)\b/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('closes what it opens', () => {
    const open: string[] = [];
    for (const [, end, name = '', empty] of page.matchAll(/<(\/?)([a-z]\w*)\b[^>]*?(\/?)>/g)) {
      if (end === '/') expect(open.pop()).toBe(name);
      else if (empty !== '/' && name !== 'meta') open.push(name);
    }
    expect(open).toEqual([]);
  });
});

describe('the page of one design', () => {
  test('links each quote to its line and each marked line back to every criterion that quotes it', () => {
    expect(one).toContain('<a href="#L3">line 3</a>');
    expect(one).toContain('<a href="#L4">lines 4–5</a>');
    const line = one.split('<li id="L3"')[1]?.split('</li>')[0] ?? '';
    expect(line).toContain('<mark>Both services write the `orders` table.</mark> | a, b');
    expect([...line.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'criterion-private-store',
      'criterion-owner',
    ]);
  });

  test('holds the whole design, every character as text', () => {
    const sources = [...one.matchAll(/<span class="source">(.*?)<\/span>/gs)].map(([, source = '']) =>
      source.replace(/<\/?mark>/g, ''),
    );
    const text = sources.map((source) =>
      source
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    );
    expect(text).toEqual(TEXT.split('\r\n'));
  });

  test('tells score, readiness, waiver, judgement, change and notice', () => {
    for (const told of [
      'aria-label="Score 40 of 100"',
      '>not ready</p>',
      '<strong>Waived:</strong> Prices &amp; order do not matter (by Ada, until 2027-03-31)',
      'judged by a reader',
      'The engine had said met, confidence 0.60, from line 4.',
      'score 30 → 40, 1 fixed, 1 new, 3 unchanged',
      '<strong class="new">new</strong>',
      'line 2: the waiver of &quot;replay&quot; is not used',
    ])
      expect(one).toContain(told);
  });
});

test('marks overlapping quotes as one, and a quote that the line does not hold as the line', () => {
  const quote = (said: string, line = 1, endLine = line) => ({ line, endLine, quote: said, why: 'x' });
  const verdicts = [
    verdict({ verdict: 'met', evidence: [quote('b c'), quote('c d'), quote('a')] }),
    verdict({ verdict: 'partial', evidence: [quote('e f', 2, 3)] }),
  ];
  const lines = markLines('a b c d\n  e\nf\n\n', verdicts);
  expect(lines.map(({ ranges }) => ranges)).toEqual([
    [
      { start: 0, end: 1 },
      { start: 2, end: 7 },
    ],
    [{ start: 2, end: 3 }],
    [{ start: 0, end: 1 }],
    [],
    [],
  ]);
  expect(lines.map(({ tone }) => tone)).toEqual(['met', 'partial', 'partial', undefined, undefined]);
});

describe('contrast', () => {
  const schemes = [...`${TONES}${LAYOUT}`.matchAll(/:root \{([^}]*--ground[^}]*)\}/g)].map(([, body = '']) =>
    Object.fromEntries(
      [...body.matchAll(/--([\w-]+): (#[\da-f]{3,6})/g)].map(([, name = '', colour = '']) => [name, colour]),
    ),
  );
  const tones = ['violated', 'missing', 'partial', 'met', 'na'];
  const pairs = [
    ...['ground', 'panel'].flatMap((ground) => ['ink', 'soft', 'link', ...tones].map((text) => [text, ground])),
    ...tones.flatMap((tone) => [
      ['ink', `${tone}-mark`],
      [tone, `${tone}-mark`],
    ]),
  ];

  test('there are a light, a dark and a printed scheme', () => {
    expect(schemes).toHaveLength(3);
  });

  test('of every text on its ground is 4.5 or more', () => {
    const low = schemes.flatMap((scheme) =>
      pairs
        .filter(([text = '', ground = '']) => !(contrast(scheme[text] ?? '', scheme[ground] ?? '') >= 4.5))
        .map((pair) => pair.join(' on ')),
    );
    expect(low).toEqual([]);
  });
});

/** WCAG 2.2: the ratio of relative luminances. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const digits =
    colour.length === 4 ? colour.slice(1).replace(/./g, '$&$&').match(/../g) : colour.slice(1).match(/../g);
  const [r = NaN, g = NaN, b = NaN] = (digits ?? []).map((pair) => {
    const part = parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
