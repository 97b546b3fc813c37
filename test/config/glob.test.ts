import { expect, it } from 'vitest';
import { matchesGlob } from '../../src/config/glob.ts';

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
  ['d[o]cs/a.md', 'docs/a.md', false],
  ['docs/a.md', 'docs/a.md/b', false],
  [`${'*a'.repeat(90)}b`, 'a'.repeat(5000), false],
])('%s and %s: %s', (glob, path, fits) => {
  expect(matchesGlob(glob, path)).toBe(fits);
});
