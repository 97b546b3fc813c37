import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, skillText } from '../helpers/folders.ts';
import { RawServer, property, textOf } from '../helpers/server.ts';

async function served(...args: string[]): Promise<{ names: string[]; stderr: string; index: string }> {
  const server = new RawServer(args);
  await server.initialize();
  const list = await server.ask('skills/list');
  const skills = property(list.result, 'skills');
  const names = Array.isArray(skills)
    ? skills.map((skill) => String(property(property(skill, 'frontmatter'), 'name')))
    : [];
  const index = textOf((await server.ask('tools/call', { name: 'read_guidance', arguments: {} })).result);
  await server.stop();
  return { names, stderr: server.stderr, index };
}

test("a team's skills stand beside ours, and ours can be left out", async () => {
  const dir = await folderWith({ 'team-rules/SKILL.md': skillText('team-rules') });
  const both = await served('--skills', dir);
  expect(both.names).toEqual(expect.arrayContaining(['distributed-systems-patterns', 'team-rules']));
  expect(both.index).toContain('## team-rules (from a folder given with --skills)');
  const own = await served('--skills', dir, '--no-builtin-skills');
  expect(own.names).toEqual(['team-rules']);
  expect(own.stderr).toBe('');
});

test('a broken skill is named on standard error and skipped; the others are served', async () => {
  const dir = await folderWith({
    'good/SKILL.md': skillText('good'),
    'runs-code/SKILL.md': '---js\nglobalThis.PWN = 1\n---\n# x\n',
    'other-name/SKILL.md': skillText('another-name'),
    'link-out/SKILL.md': skillText('link-out'),
    'distributed-systems-patterns/SKILL.md': skillText('distributed-systems-patterns'),
  });
  await symlink('/etc/hostname', join(dir, 'link-out/secret.md'));
  const { names, stderr } = await served('--skills', dir, '--skills', join(dir, 'no-such-folder'));
  expect(names).toContain('good');
  expect(names.filter((name) => name === 'distributed-systems-patterns')).toHaveLength(1);
  for (const bad of ['runs-code', 'other-name', 'link-out', 'no-such-folder']) {
    expect(names).not.toContain(bad);
    expect(stderr.split('\n').filter((line) => line.includes(`/${bad} is skipped`))).toHaveLength(1);
  }
  expect(stderr).toContain('the link leaves its folder');
});
