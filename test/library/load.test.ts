import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLibrary, type Library } from '../../src/library/load.ts';
import { allPages, namedPages } from '../../src/library/pages.ts';
import { folderWith, skillText } from '../helpers/folders.ts';

const uris = (library: Library) => allPages(library).map(({ uri }) => uri);

/** A package laid out like ours. */
async function packageWith(files: Readonly<Record<string, string>>): Promise<Library> {
  return loadLibrary({ root: await folderWith(files) });
}

test('our own skills load without a problem, the flagship first, every page under its skill', async () => {
  const { skills, problems } = await loadLibrary();
  expect(problems).toEqual([]);
  expect(skills[0]?.name).toBe('distributed-systems-patterns');
  for (const { name, pages } of skills) {
    expect(pages[0]?.uri).toBe(`skill://${name}/SKILL.md`);
    for (const page of pages) expect(page.size).toBe(Buffer.byteLength(page.text));
  }
});

test('references are mounted in each skill that points to them, through other pages and by folder', async () => {
  const library = await packageWith({
    'skills/a/SKILL.md': skillText('a', '[one](references/one.md) and [all](references/criteria/)'),
    'skills/b/SKILL.md': skillText('b', '[one](./references/one.md#part)'),
    'references/one.md': '# One\n\n[deep](patterns/deep.md) [away](https://x/references/away.md) `[code](fence.md)`',
    'references/patterns/deep.md': '# Deep\n\n[up](../one.md) [out](../../../../out.md)',
    'references/criteria/x.md': '---\nid: x\nsignals: []\n---\n# X\n',
    'references/away.md': '# Away\n',
  });
  expect(library.problems).toEqual([]);
  expect(uris(library)).toEqual([
    'skill://a/SKILL.md',
    'skill://a/references/criteria/x.md',
    'skill://a/references/one.md',
    'skill://a/references/patterns/deep.md',
    'skill://b/SKILL.md',
    'skill://b/references/one.md',
    'skill://b/references/patterns/deep.md',
  ]);
  expect([...namedPages(library).keys()]).toEqual(['a', 'criteria/x', 'one', 'patterns/deep', 'b']);
});

test('a criterion page is served without what only the engine reads', async () => {
  const matter =
    'id: x\nconcepts:\n  a: [b, c]\n  d:\n    - e\ntitle: "X: y"\nsignals:\n- says: [a]\n  grade: met\nbar: { met: 1 }\nadvice: |\n  concepts: stay in text\n';
  const library = await packageWith({
    'skills/a/SKILL.md': skillText('a', '[x](references/criteria/x.md)'),
    'references/criteria/x.md': `---\n${matter}---\n\n# X\n\nsignals: stay in the body\n`,
  });
  expect(namedPages(library).get('criteria/x')?.text).toBe(
    '---\nid: x\ntitle: "X: y"\nadvice: |\n  concepts: stay in text\n---\n\n# X\n\nsignals: stay in the body\n',
  );
});

test('two pages of one name and different text are told apart by their skill', async () => {
  const library = await packageWith({
    'skills/a/SKILL.md': skillText('a'),
    'skills/a/references/notes.md': '# Notes of a\n',
    'skills/b/SKILL.md': skillText('b'),
    'skills/b/references/notes.md': '# Notes of b\n',
  });
  expect([...namedPages(library).keys()]).toEqual(['a', 'notes', 'b', 'b/notes']);
});

test('a folder that is itself a skill is served; other files in it are not', async () => {
  const dir = await folderWith({ 'one/SKILL.md': skillText('one'), 'one/run.sh': 'exit', 'one/.hidden.md': 'x' });
  const library = await loadLibrary({ builtin: false, skills: [join(dir, 'one')] });
  expect(uris(library)).toEqual(['skill://one/SKILL.md']);
});

const BROKEN: Record<string, { files: Record<string, string>; says: string }> = {
  'no SKILL.md': { files: { 'x/other.md': '# x' }, says: 'no SKILL.md' },
  'no front matter': { files: { 'x/SKILL.md': '# x' }, says: 'name' },
  'another name': { files: { 'x/SKILL.md': skillText('y') }, says: 'its folder "x"' },
  'metadata that is no string': {
    files: { 'x/SKILL.md': skillText('x', '# x', 'metadata:\n  portable: true\n') },
    says: 'quotes',
  },
  'a broken page': { files: { 'x/SKILL.md': skillText('x'), 'x/bad.md': '---\na: *b\n---\n' }, says: 'bad.md' },
  'a binary page': { files: { 'x/SKILL.md': skillText('x'), 'x/bad.md': 'a\0b' }, says: 'NUL' },
  'a page over 1 MiB': {
    files: { 'x/SKILL.md': skillText('x'), 'x/big.md': 'a'.repeat(1024 * 1024 + 1) },
    says: '1 MiB',
  },
};

test.each(Object.entries(BROKEN))(
  '%s: the skill is skipped with the reason, its neighbour is served',
  async (_, { files, says }) => {
    const dir = await folderWith({ ...files, 'good/SKILL.md': skillText('good') });
    const { skills, problems } = await loadLibrary({ builtin: false, skills: [dir] });
    expect(skills.map(({ name }) => name)).toEqual(['good']);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.path).toBe(join(dir, 'x'));
    expect(problems[0]?.message).toContain(says);
  },
);

test('a link may not leave its folder, nor a skill be a link; one that stays inside is read', async () => {
  const dir = await folderWith({
    'in/SKILL.md': skillText('in'),
    'in/references/real.md': '# Real\n',
    'out/SKILL.md': skillText('out'),
    'folder/SKILL.md': skillText('folder'),
    'secret.md': 'secret',
  });
  await symlink('real.md', join(dir, 'in/references/alias.md'));
  await symlink(join(dir, 'secret.md'), join(dir, 'out/references.md'));
  await mkdir(join(dir, '..', 'elsewhere'), { recursive: true });
  await symlink(join(dir, '..', 'elsewhere'), join(dir, 'folder/more'));
  await symlink(join(dir, 'in'), join(dir, 'linked'));
  const library = await loadLibrary({ builtin: false, skills: [dir] });
  expect(uris(library)).toEqual([
    'skill://in/SKILL.md',
    'skill://in/references/alias.md',
    'skill://in/references/real.md',
  ]);
  expect(library.problems.map(({ path }) => path).toSorted()).toEqual(
    ['folder', 'linked', 'out'].map((name) => join(dir, name)),
  );
});

test('a missing or empty folder is a problem, never a failure', async () => {
  const dir = await folderWith({ 'file.md': 'x' });
  const { skills, problems } = await loadLibrary({
    builtin: false,
    skills: [dir, join(dir, 'none'), join(dir, 'file.md')],
  });
  expect(skills).toEqual([]);
  expect(problems).toHaveLength(3);
});

test('a page that changes on disk does not change what is served', async () => {
  const dir = await folderWith({ 'one/SKILL.md': skillText('one', '# Before\n') });
  const library = await loadLibrary({ builtin: false, skills: [dir] });
  await writeFile(join(dir, 'one/SKILL.md'), skillText('one', '# After\n'));
  expect(allPages(library)[0]?.title).toBe('Before');
});
