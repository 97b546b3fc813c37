import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isInside } from '../../src/files/contain.ts';
import { readDesign } from '../../src/files/design.ts';
import { FileProblem } from '../../src/files/read.ts';
import { folderWith } from '../helpers/folders.ts';

test('inside means under the folder, not beside it with the same beginning', () => {
  expect(isInside('/w/root', '/w/root')).toBe(true);
  expect(isInside('/w/root', '/w/root/..foo')).toBe(true);
  expect(isInside('/w/root', '/w/root-evil/f')).toBe(false);
  expect(isInside('/w/root', '/w')).toBe(false);
});

async function workspace(): Promise<{ base: string; root: string }> {
  const base = await folderWith({
    'root/docs/a.md': '# A\n',
    'root/..odd.md': '# Odd\n',
    'root/empty.md': '',
    'root/latin.md': '',
    'root/nul.md': 'a\0b',
    'root/notes.json': '{}',
    'root-evil/a.md': 'secret',
    'out/secret.md': 'secret',
  });
  const root = join(base, 'root');
  await writeFile(join(root, 'latin.md'), Buffer.from([0x63, 0x61, 0x66, 0xe9]));
  await writeFile(join(root, 'large.md'), 'x'.repeat(1024 * 1024 + 1));
  await writeFile(join(root, 'exact.md'), 'x'.repeat(1024 * 1024));
  await mkdir(join(root, 'folder.md'));
  await symlink('../out/secret.md', join(root, 'link.md'));
  await symlink('../out', join(root, 'dirlink'));
  await symlink('docs/a.md', join(root, 'inner.md'));
  await symlink('loop.md', join(root, 'loop.md'));
  execFileSync('mkfifo', [join(root, 'fifo.md')]);
  return { base, root };
}

test('a file inside a root is read and named from that root', async () => {
  const { base, root } = await workspace();
  expect(await readDesign('docs/a.md', [root])).toEqual({ name: 'docs/a.md', text: '# A\n' });
  expect(await readDesign(join(root, 'docs/a.md'), [root])).toEqual({ name: 'docs/a.md', text: '# A\n' });
  expect(await readDesign('docs/../..odd.md', [root])).toMatchObject({ text: '# Odd\n' });
  expect(await readDesign('inner.md', [root])).toEqual({ name: 'docs/a.md', text: '# A\n' });
  expect(await readDesign('empty.md', [root])).toMatchObject({ text: '' });
  expect((await readDesign('exact.md', [root])).text).toHaveLength(1024 * 1024);
  expect(await readDesign(join(base, 'out/secret.md'), [root, join(base, 'out')])).toMatchObject({ name: 'secret.md' });
});

const REFUSED = [
  '../out/secret.md',
  '../root-evil/a.md',
  'docs/../../out/secret.md',
  '../../../../../../../../etc/hosts.md',
  '/etc/passwd',
  '/etc/motd.md',
  '/proc/self/environ.md',
  '/dev/zero.md',
  '~/a.md',
  'file:///etc/hosts.md',
  '%2e%2e/out/secret.md',
  '..\\out\\secret.md',
  'C:\\a.md',
  '\\\\host\\share\\a.md',
  'docs/a.md:stream',
  'docs/a.md\0.md',
  'docs/a.md/../a.md/x.md',
  'link.md',
  'dirlink/secret.md',
  'loop.md',
  'folder.md',
  'fifo.md',
  'notes.json',
  'docs',
  '.',
  '',
  'none.md',
  'large.md',
  'latin.md',
  'nul.md',
  'docs/\u202Edm.a',
  `${'a'.repeat(5000)}.md`,
  `${'a/'.repeat(400)}a.md`,
];

test.each(REFUSED)('%j is refused in one short line without an absolute path', async (path) => {
  const { base, root } = await workspace();
  const failure: unknown = await readDesign(path, [root]).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(FileProblem);
  const message = failure instanceof Error ? failure.message : '';
  expect(message).toMatch(/^[^\n]{10,400}$/);
  expect(message).not.toContain(base);
});

test('whether something exists outside is not told', async () => {
  const { root } = await workspace();
  const said = async (path: string) => String(await readDesign(path, [root]).catch((error: unknown) => error));
  expect((await said('../out/secret.md')).replace('secret', 'x')).toBe(
    (await said('../out/nosuch.md')).replace('nosuch', 'x'),
  );
});

test('a folder swapped for a link while it is read never gives a file from outside', async () => {
  const { base, root } = await workspace();
  await writeFile(join(base, 'out/a.md'), 'secret');
  const reading = new AbortController();
  const swap = (async () => {
    while (!reading.signal.aborted) {
      await rename(join(root, 'docs'), join(root, 'docs-away'));
      await symlink(join(base, 'out'), join(root, 'docs'));
      await rm(join(root, 'docs'));
      await rename(join(root, 'docs-away'), join(root, 'docs'));
    }
  })();
  for (let time = 0; time < 300; time++) {
    const read = await readDesign('docs/a.md', [root]).catch(() => undefined);
    expect(read?.text ?? '# A\n').toBe('# A\n');
  }
  reading.abort();
  await swap;
});
