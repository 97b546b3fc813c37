import { loadLanguage } from '../../src/document/language.ts';
import { parseDocument } from '../../src/document/index.ts';
import type { Mode } from '../../src/document/parts.ts';
import type { Document, Word } from '../../src/document/types.ts';
import { readTexts, type Sentence } from '../../src/document/words.ts';
import { vocabulary } from './vocabulary.ts';

export function read(text: string): Promise<Document> {
  return parseDocument({ name: 'design.md', text }, vocabulary);
}

/** The sentences of one text. */
export async function sentences(text: string, mode: Mode = 'prose'): Promise<readonly Sentence[]> {
  return readTexts(await loadLanguage(), [{ text, mode, whole: false }])[0] ?? [];
}

/** The words of one text; a word under a negation is marked `!`. */
export async function words(text: string, mode: Mode = 'prose'): Promise<string> {
  return show((await sentences(text, mode)).flatMap((sentence) => sentence.words));
}

export function show(list: readonly Word[]): string {
  return list.map((word) => (word.negated ? `!${word.text}` : word.text)).join(' ');
}

/** Kind, lines and quote of each statement, one a line. */
export function outline({ statements }: Document): string[] {
  return statements.map(({ kind, line, endLine, quote }) => {
    const lines = line === endLine ? `${line}` : `${line}-${endLine}`;
    return `${lines} ${kind}: ${quote}`;
  });
}
