import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { glob } from '../../src/files/glob.ts';
import { folderWith } from '../helpers/folders.ts';

const FILES = [
  'a.md',
  'b.md',
  'b.txt',
  'docs/c.md',
  'docs/x/d.md',
  'docs/x/y/e.md',
  '.hidden/f.md',
  'node_modules/p/g.md',
  'docs/.h.md',
  'docs/[z].md',
  'docs/a+b.md',
];
const folder = () => folderWith(Object.fromEntries(FILES.map((path) => [path, 'x'])));

test.each<[string, string[]]>([
  ['*.md', ['a.md', 'b.md']],
  ['?.md', ['a.md', 'b.md']],
  ['[!a].*', ['b.md', 'b.txt']],
  ['[a-b].md', ['a.md', 'b.md']],
  ['{a,docs/c}.md', ['a.md', 'docs/c.md']],
  ['{a,{b,docs/{c,none}}}.md', ['a.md', 'b.md', 'docs/c.md']],
  ['**/d.md', ['docs/x/d.md']],
  ['docs/**', []],
  ['docs/**/*.md', ['docs/[z].md', 'docs/a+b.md', 'docs/c.md', 'docs/x/d.md', 'docs/x/y/e.md']],
  ['**/**/e.md', ['docs/x/y/e.md']],
  ['./docs/*/*.md', ['docs/x/d.md']],
  ['docs/x/../a+*.md', ['docs/x/../a+b.md']],
  ['docs/.*.md', ['docs/.h.md']],
  ['.hidden/*.md', ['.hidden/f.md']],
  ['node_modules/**/*.md', ['node_modules/p/g.md']],
  ['doc*', []],
  ['none/*.md', []],
])('%s', async (pattern, files) => {
  expect(await glob(pattern, await folder())).toEqual(files);
});

test('an absolute pattern is taken from the root', async () => {
  const cwd = await folder();
  expect(await glob(`${cwd}/*.txt`, '/')).toEqual([`${cwd}/b.txt`]);
});

test('a link to a folder is not followed, so that a loop ends', async () => {
  const cwd = await folderWith({ 'a/b.md': 'x' });
  await mkdir(join(cwd, 'c'));
  await symlink(cwd, join(cwd, 'c/loop'));
  expect(await glob('**/*.md', cwd)).toEqual(['a/b.md']);
});

test('many stars in a name cost no time', async () => {
  const cwd = await folderWith({ [`${'a'.repeat(200)}.md`]: 'x' });
  expect(await glob(`${'*'.repeat(60)}b`, cwd)).toEqual([]);
});
