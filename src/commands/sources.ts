import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { glob } from '../files/glob.ts';
import { isGlob } from '../files/pattern.ts';
import { FileProblem } from '../files/read.ts';
import type { Source } from '../review/reviewer.ts';
import type { Io } from './io.ts';
import { readFolderSource } from './folder-source.ts';
import { readSource } from './source.ts';

/** The designs that a command line names, in its order, each once. */
export interface Sources {
  readonly sources: readonly Source[];
  /** Whether the words ask for several: more than one word, or a pattern. What is printed must not hang on what is found. */
  readonly several: boolean;
}

/**
 * @param words files, patterns for files, folders whose Markdown is one design, or `-` for standard input
 * @throws FileProblem for a file that cannot be read and for a pattern that stands for none
 */
export async function readSources(words: readonly string[], io: Io): Promise<Sources> {
  const files = new Map<string, string>();
  let several = words.length > 1;
  for (const word of words) {
    const isPattern = await standsForSeveral(word, io.cwd);
    several ||= isPattern;
    for (const file of isPattern ? await expand(word, io.cwd) : [word])
      files.set(file === '-' ? file : resolve(io.cwd, file), file);
  }
  const sources: Source[] = [];
  for (const file of files.values())
    sources.push((await isFolder(file, io.cwd)) ? await readFolderSource(file, io) : await readSource(file, io));
  return { sources, several };
}

/** A file whose name holds the signs of a pattern is that file. */
async function standsForSeveral(word: string, cwd: string): Promise<boolean> {
  return isGlob(word) && !(await stat(resolve(cwd, word)).catch(() => undefined));
}

async function expand(pattern: string, cwd: string): Promise<string[]> {
  const files = await glob(pattern.split(sep).join('/'), cwd);
  if (files.length === 0) throw new FileProblem(`${pattern}: no file matches it; check the pattern, and quote it.`);
  return files;
}

async function isFolder(word: string, cwd: string): Promise<boolean> {
  const there = word === '-' ? undefined : await stat(resolve(cwd, word)).catch(() => undefined);
  return there?.isDirectory() === true;
}
