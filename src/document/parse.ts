import { createHash } from 'node:crypto';
import type { Vocabulary } from '../library/vocabulary.ts';
import { Builder } from './builder.ts';
import { loadLanguage } from './language.ts';
import { loadMarkdown } from './markdown.ts';
import { createStanceReader } from './stance.ts';
import type { Document } from './types.ts';
import { readBlocks } from './walk.ts';

/** Reads a design into its statements, tables and diagrams. Lines are those of the text as it was given. */
export async function parseDocument(source: { name: string; text: string }, vocabulary: Vocabulary): Promise<Document> {
  const [language, toTree] = await Promise.all([loadLanguage(), loadMarkdown()]);
  const text = source.text.replace(/\r\n?/g, '\n');
  const builder = new Builder(language, createStanceReader(vocabulary));
  readBlocks(toTree(text).children, { text, firstLine: 1 }, builder);
  return {
    name: source.name,
    sha256: createHash('sha256').update(source.text).digest('hex'),
    lines: text.split('\n').length,
    sections: builder.sections,
    statements: builder.statements,
    tables: builder.tables,
    edges: builder.edges,
    notices: builder.notices,
  };
}
