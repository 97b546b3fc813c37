import { describe, expect, test } from 'vitest';
import { github } from '../../src/render/github.ts';
import { junit } from '../../src/render/junit.ts';
import { jsonFormat } from '../../src/render/json.ts';
import { markdownList } from '../../src/render/markdown-list.ts';
import { plain } from '../../src/render/paint.ts';
import { summary } from '../../src/render/summary.ts';
import { CLEAN, FULL, NO_DESIGN, context, reviewed } from './reviews.ts';

/** Reads a workflow command as GitHub's runner does: properties end at a comma, a name at `=`, then the escapes. */
function readCommand(line: string) {
  const [, name = '', list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const unescape = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = list.split(',').map((one) => one.split('=', 2));
  return {
    name,
    ...Object.fromEntries(properties.map(([key = '', value = '']) => [key, unescape(value)])),
    message: unescape(data),
  };
}

describe('github', () => {
  const lines = github(reviewed(FULL, CLEAN)).trimEnd().split('\n').map(readCommand);

  test('reads back as what was meant, loudest first, without what is waived, an outcome for each design last', () => {
    const file = 'docs/my orders, 50%.md';
    expect(lines).toMatchObject([
      { name: 'error', file, line: '3', endLine: '3', title: 'private-store (violated)' },
      { name: 'warning', file, line: '3', title: 'owner (partial)' },
      { name: 'notice', file, line: '1', title: 'contracts (missing)' },
      { name: 'warning', file, line: '2', message: 'the waiver of "replay" is not used' },
      { name: 'warning', file, line: '1', message: 'an old waiver' },
      { name: 'notice', file, message: `${file}: not-ready, score 40/100` },
      { name: 'notice', file: 'design.md', message: 'design.md: ready, score 100/100' },
    ]);
    expect(lines[0]).toMatchObject({
      message: expect.stringContaining('This says who writes it. Give the table one owner: 100%, <now>.'),
    });
  });

  test('a name or a quote cannot start a command of its own', () => {
    const name = 'a\n::error::b\r##[error]c.md';
    const text = github(reviewed({ ...FULL, design: { ...FULL.design, name } }));
    expect(
      text
        .trimEnd()
        .split('\n')
        .every((line) => /^::(?:error|warning|notice) file=a%0A/.test(line)),
    ).toBe(true);
  });
});

describe('junit', () => {
  const cases = (text: string) =>
    [...text.matchAll(/<testcase name="([^"]*)"[^>]*?(?:\/>|>\s*<(\w[\w-]*))/g)].map(
      ([, name, inside = 'passed']) => `${name} ${inside}`,
    );

  test('violated and missing fail, na and waived are skipped, partial passes with its output', () => {
    const text = junit(reviewed(FULL));
    expect(cases(text)).toEqual([
      'private-store failure',
      'owner system-out',
      'contracts failure',
      'evolution skipped',
      'our-own passed',
      'ordering skipped',
    ]);
    expect(text).toContain('<testsuites name="faultline" tests="6" failures="2" errors="0" skipped="2">');
    expect(text).toContain('message="waived: Prices &amp; order do not matter"');
  });

  test('a text that is no design is one failure', () => {
    expect(cases(junit(reviewed(NO_DESIGN)))).toEqual(['design failure']);
  });

  test('is well-formed whatever is in a name or a quote', () => {
    const evidence = [{ line: 1, endLine: 1, quote: ']]> <x a="b"> \u0000\u0007\uD800 &amp; \uFFFF', why: 'is <odd>' }];
    const verdicts = FULL.verdicts.map((one) => ({ ...one, evidence, criterion: 'a"<b>\n&' }));
    const text = junit(reviewed({ ...FULL, verdicts, design: { ...FULL.design, name: '<"&\'>\n.md' } }));
    const bare = text
      .replace(/<\/?[\w-]+(?: [\w-]+="[^"<]*")*\/?>/g, '')
      .replace('<?xml version="1.0" encoding="UTF-8"?>', '');
    expect(bare).not.toMatch(/[<]|&(?!(?:amp|lt|gt|quot|#\d+);)/);
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0008\uFFFE\uFFFF]|\p{Surrogate}/u);
  });
});

describe('several designs', () => {
  const several = { ...context, several: true };
  const reviews = reviewed(FULL, CLEAN, NO_DESIGN);

  test('text is a table and what is violated, with file and line', () => {
    const lines = summary(reviews, several).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'design                  readiness     score  violated  missing  partial  met  waived',
      'docs/my orders, 50%.md  not-ready        40         1        1        1    1       1',
      'design.md               ready           100         0        0        0    1       0',
      'design.md               not-assessed      -         -        -        -    -       -',
    ]);
    expect(lines).toContain('  docs/my orders, 50%.md:3  private-store  "Both services write the `orders` table."');
    expect(lines).toContain('  docs/my orders, 50%.md:2  the waiver of "replay" is not used');
  });

  test('text of one is its report', () => {
    expect(summary(reviewed(FULL), { ...context, paint: plain })).toMatch(/^docs\/my orders, 50%\.md {2}not-ready/);
  });

  test('json is a report, or an array where several were asked for', () => {
    expect(JSON.parse(jsonFormat(reviewed(CLEAN), context))).toEqual(CLEAN);
    expect(JSON.parse(jsonFormat(reviewed(CLEAN), several))).toEqual([CLEAN]);
    expect(JSON.parse(jsonFormat(reviews, several))).toEqual([FULL, CLEAN, NO_DESIGN]);
  });

  test('markdown begins with a table of them', () => {
    const text = markdownList(reviews, several);
    expect(text).toMatch(/^# Review of 3 designs\n\n\| design/);
    expect(text.match(/^# Review of /gm)).toHaveLength(4);
  });
});
