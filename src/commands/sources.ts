import { resolve } from 'node:path';
import { expand, kindOf, type Kind } from '../files/words.ts';
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
  const named = new Map<string, { word: string; kind: Kind }>();
  let several = words.length > 1;
  for (const word of words) {
    const kind = word === '-' ? 'file' : await kindOf(word, io.cwd);
    several ||= kind === 'pattern';
    const found = kind === 'pattern' ? await expand(word, io.cwd) : [word];
    for (const one of found) named.set(one === '-' ? one : resolve(io.cwd, one), { word: one, kind });
  }
  const sources: Source[] = [];
  for (const { word, kind } of named.values())
    sources.push(kind === 'folder' ? await readFolderSource(word, io) : await readSource(word, io));
  return { sources, several };
}
