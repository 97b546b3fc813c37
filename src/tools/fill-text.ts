import { INDEX } from '../deliverables/template.ts';
import type { Document } from '../deliverables/job.ts';
import type { Written } from '../deliverables/on-disk.ts';
import { estimateTokens } from '../library/tokens.ts';

/** Most tokens of a document in an answer; a longer one is to be written to a file. */
const TOKENS = 1700;

interface Asked {
  readonly question: string;
  readonly path: string;
}

/** What was filled: the text of a document, or where it was written, and what it leaves open. */
export function fillAnswer(
  documents: readonly Document[],
  written: readonly Written[],
  first: readonly Asked[],
): string {
  if (written.length > 0) return writtenText(written, first);
  const [document, ...more] = documents;
  if (document === undefined) return '';
  if (document.ordered.kind === INDEX)
    return `${printed(document)}\nNothing is written yet: pass \`output\` (a folder) for the documents, or the kind of one to read it here.\n`;
  return printed({ ...document, markdown: [document, ...more].map(({ markdown }) => markdown).join('\n') });
}

function writtenText(written: readonly Written[], first: readonly Asked[]): string {
  const files = written.map(({ document, name, state }) => {
    const open = document.questions.length;
    return `- ${state} \`${name}\`${open === 0 ? '' : `, ${open} open`}`;
  });
  const asked = first.map(({ question, path }) => `- ${question} \`${path}\``);
  return [...files, ...(asked.length === 0 ? ['', 'Nothing is left open.'] : ['', 'Ask first:', ...asked]), ''].join(
    '\n',
  );
}

/** Questions of a document that is cut before it asks them. */
const ASKED = 5;

/** The document; of a long one its beginning, what was left out, and what it asks first. */
function printed({ markdown, questions }: Document): string {
  if (estimateTokens(markdown) <= TOKENS) return markdown;
  const lines = markdown.split('\n');
  const kept = beginningOf(lines);
  const isOpen = kept.filter((line) => line.startsWith('```')).length % 2 === 1;
  const asked = questions.slice(0, ASKED).map(({ question, path }) => `- ${question} \`${path}\``);
  return [
    ...kept,
    ...(isOpen ? ['```'] : []),
    '',
    `${lines.length - kept.length} further lines are left out; pass \`output\` (a path) to have it written whole.`,
    ...(asked.length === 0 ? [] : ['', `${questions.length} questions are open, first of all:`, '', ...asked]),
    '',
  ].join('\n');
}

function beginningOf(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let tokens = 0;
  for (const line of lines) {
    tokens += estimateTokens(`${line}\n`);
    if (tokens > TOKENS) break;
    kept.push(line);
  }
  return kept;
}
