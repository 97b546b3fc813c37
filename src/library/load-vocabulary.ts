import { join } from 'node:path';
import { readText } from '../files/read.ts';
import { parseFrontMatter } from './front-matter.ts';
import { checkMatter } from './matter.ts';
import { packageRoot } from './root.ts';
import { Vocabulary } from './vocabulary.ts';

const FILE = 'references/vocabulary.md';

/**
 * Reads the words that the criterion pages share.
 * @throws Error naming the file and what is wrong in it
 */
export async function loadVocabulary(root = packageRoot()): Promise<Vocabulary> {
  const text = await readText(join(root, FILE), FILE, 1024 * 1024);
  return checkMatter(Vocabulary, parseFrontMatter(text).matter, FILE);
}
