import { expect, it, test } from 'vitest';
import { isGlob, matchesPath } from '../../src/files/pattern.ts';

it.each([
  ['docs/a.md', 'docs/a.md', true],
  ['docs/*.md', 'docs/a.md', true],
  ['docs/*.md', 'docs/x/a.md', false],
  ['docs/**', 'docs/x/y/a.md', true],
  ['docs/**/a.md', 'docs/a.md', true],
  ['docs/**/a.md', 'docs/x/y/a.md', true],
  ['**/a.md', 'a.md', true],
  ['**', 'any/thing.md', true],
  ['*.md', 'docs/x/a.md', true],
  ['a?c.md', 'abc.md', true],
  ['a?c.md', 'ac.md', false],
  ['./docs/a.md', 'docs/a.md', true],
  ['docs/*', 'docs', false],
  ['a.md', 'A.md', false],
  ['d[o]cs/a.md', 'docs/a.md', true],
  ['d[!o]cs/a.md', 'docs/a.md', false],
  ['[a-c].md', 'b.md', true],
  ['[a-c].md', 'd.md', false],
  ['[a.md', '[a.md', true],
  ['{docs,adr}/*.md', 'adr/a.md', true],
  ['{docs,adr}/*.md', 'src/a.md', false],
  ['{a,b}.md', 'docs/b.md', true],
  ['docs/a.md', 'docs/a.md/b', false],
  [`${'*a'.repeat(90)}b`, 'a'.repeat(5000), false],
])('%s and %s: %s', (glob, path, fits) => {
  expect(matchesPath(glob, path)).toBe(fits);
});

test('what is a pattern', () => {
  expect(['*.md', 'a?', '[a]', '{a,b}', 'a.md', 'docs/a+b (1).md'].map(isGlob)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});
