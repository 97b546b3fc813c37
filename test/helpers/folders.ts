import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Makes a folder with files by path, removed after the test. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'faultline-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

/** A `SKILL.md` of a team's own. */
export function skillText(name: string, body = '# A team skill\n\nWhat it is.\n', more = ''): string {
  return `---\nname: ${name}\ndescription: A skill of the team for tests.\n${more}---\n\n${body}`;
}
