import { createHash } from 'node:crypto';
import type { Root } from 'mdast';
import type { Vocabulary } from '../library/vocabulary.ts';
import { finish, type Collected, type SectionDraft } from './finish.ts';
import { loadLanguage } from './language.ts';
import { MOST_STATEMENTS } from './limits.ts';
import { lineAt } from './lines.ts';
import { loadMarkdown } from './markdown.ts';
import { maskLine } from './mask.ts';
import { scan, type Scan } from './scan.ts';
import { stanceReader } from './stance.ts';
import type { Document, Notice } from './types.ts';
import { Walker } from './walk.ts';
import { readTexts } from './words.ts';

/**
 * Reads a design into its statements, tables and diagrams. Lines are those of the text as it was given.
 * Any text can be read; what is too costly to read as Markdown is read as plain lines, and `notices` says so.
 */
export async function parseDocument(
  { name, text }: { readonly name: string; readonly text: string },
  vocabulary: Vocabulary,
): Promise<Document> {
  const [language, toTree] = await Promise.all([loadLanguage(), loadMarkdown()]);
  const scanned = scan(text);
  const { walker, sections } = collect(text, scanned, toTree);
  const sentences = readTexts(language, walker.drafts);
  const { lines, notices } = scanned;
  const collected = { source: text, lines, drafts: walker.drafts, sentences, sections };
  return {
    name,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    lines: lines.length,
    ...finish(collected, stanceReader(vocabulary)),
    tables: walker.tables,
    edges: walker.edges,
    notices: [...notices, ...unread(collected)],
  };
}

/** Says from where on a text with too many statements was left out. */
function unread({ drafts, sentences, lines }: Collected): Notice[] {
  if (sentences.reduce((sum, one) => sum + one.length, 0) < MOST_STATEMENTS) return [];
  const last = sentences.findLastIndex((one) => one.length > 0);
  const line = lineAt(lines, drafts[last]?.offset ?? 0);
  return [{ line, message: `only the first ${MOST_STATEMENTS} statements are read` }];
}

function collect(source: string, { lines, stretches }: Scan, toTree: (text: string) => Root) {
  const walker = new Walker();
  const sections: SectionDraft[] = [{ title: '', depth: 0, line: 1, draft: -1 }];
  for (const stretch of stretches) {
    const offset = lines[stretch.first]?.start ?? 0;
    const text = source.slice(offset, lines[stretch.last]?.next);
    const place = { source, lines, offset, line: stretch.first, section: sections.length - 1 };
    if (stretch.kind === 'heading') {
      const { title, depth } = stretch;
      sections.push({ title, depth, line: stretch.first + 1, draft: walker.heading(text, offset, sections.length) });
    } else if (stretch.kind === 'plain') walker.plain(place, stretch.last);
    else if (stretch.kind === 'code') walker.fence(place, stretch.last);
    else walker.read(toTree(masked(source, lines, stretch)).children, place);
  }
  return { walker, sections };
}

/** The text of some lines as the parser shall see it, with every character at its place. */
function masked(source: string, lines: Scan['lines'], { first, last }: { first: number; last: number }): string {
  return lines
    .slice(first, last + 1)
    .map(({ start, end, next }) => maskLine(source.slice(start, end)) + source.slice(end, next))
    .join('');
}
