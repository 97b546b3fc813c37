import { nameFrom } from '../files/name.ts';
import { FileProblem } from '../files/read.ts';
import { filesIn } from '../files/words.ts';
import type { Source } from '../review/reviewer.ts';
import type { Io } from './io.ts';
import { readSource } from './source.ts';

/**
 * Reads the Markdown of a folder as one design, its files in order of name; what lies in folders below is left out.
 * @throws FileProblem where it holds none, or one cannot be read
 */
export async function readFolderSource(folder: string, io: Io): Promise<Source> {
  const name = nameFrom(folder, io.cwd) || '.';
  const found = await filesIn(name, '*.md', io.cwd);
  if (found.length === 0)
    throw new FileProblem(`${folder}: it holds no Markdown; name a file, or a pattern such as "${name}/**/*.md".`);
  const files: { name: string; line: number }[] = [];
  let text = '';
  let line = 1;
  for (const file of found) {
    const source = await readSource(file, io);
    const own = source.text.endsWith('\n') ? source.text : `${source.text}\n`;
    files.push({ name: source.name, line });
    text += own;
    line += own.split('\n').length - 1;
  }
  return { name, text, files };
}
