import { stat } from 'node:fs/promises';
import { posix, resolve, sep } from 'node:path';
import { glob } from './glob.ts';
import { isGlob } from './pattern.ts';
import { FileProblem } from './read.ts';

/** What a word of a command line stands for; what is not there and holds no sign of a pattern is called a file. */
export type Kind = 'file' | 'folder' | 'pattern';

/** A file or folder whose name holds the signs of a pattern is that file or folder. */
export async function kindOf(word: string, cwd: string): Promise<Kind> {
  const there = await stat(resolve(cwd, word)).catch(() => undefined);
  if (there?.isDirectory() === true) return 'folder';
  return there === undefined && isGlob(word) ? 'pattern' : 'file';
}

/** Whether there is a file of this name, whatever signs the name holds. */
export async function isFile(name: string, cwd: string): Promise<boolean> {
  return (await stat(resolve(cwd, name)).catch(() => undefined))?.isFile() === true;
}

/**
 * The files that a pattern stands for.
 * @throws FileProblem where there are none
 */
export async function expand(pattern: string, cwd: string): Promise<string[]> {
  const files = await glob(pattern.split(sep).join('/'), cwd);
  if (files.length === 0) throw new FileProblem(`${pattern}: no file matches it; check the pattern, and quote it.`);
  return files;
}

/** The files below a folder that fit a pattern, named from where the folder is named; the folder's own name is no pattern. */
export async function filesIn(folder: string, pattern: string, cwd: string): Promise<string[]> {
  const files = await glob(pattern, resolve(cwd, folder));
  return files.map((file) => posix.join(folder.split(sep).join('/'), file));
}
