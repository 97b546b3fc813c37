import { INDEX } from '../deliverables/template.ts';
import type { Document } from '../deliverables/job.ts';
import type { Written } from '../deliverables/on-disk.ts';
import { estimateTokens } from '../library/tokens.ts';

/** Most tokens of a document in an answer; a longer one is to be written to a file. */
const TOKENS = 1900;

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
  if (written.length > 0) return writtenText(documents, written, first);
  const [document, ...more] = documents;
  if (document === undefined) return '';
  return document.ordered.kind === INDEX
    ? printed(document)
    : printed({ ...document, markdown: [document, ...more].map(({ markdown }) => markdown).join('\n') });
}

function writtenText(documents: readonly Document[], written: readonly Written[], first: readonly Asked[]): string {
  const files = written.map(({ name, state }, at) => {
    const open = documents[at]?.questions.length ?? 0;
    return `- ${state} \`${name}\`${open === 0 ? '' : `, ${open} open`}`;
  });
  const asked = first.map(({ question, path }) => `- ${question} \`${path}\``);
  return [...files, ...(asked.length === 0 ? ['', 'Nothing is left open.'] : ['', 'Ask first:', ...asked]), ''].join(
    '\n',
  );
}

/** The document; of a long one its first sections, and what was left out. */
function printed({ markdown, questions }: Document): string {
  if (estimateTokens(markdown) <= TOKENS) return markdown;
  const kept: string[] = [];
  let tokens = 0;
  const lines = markdown.split('\n');
  for (const line of lines) {
    tokens += estimateTokens(`${line}\n`);
    if (tokens > TOKENS) break;
    kept.push(line);
  }
  const left = lines.length - kept.length;
  const open = questions.length === 0 ? '' : ` ${questions.length} questions are open.`;
  return `${kept.join('\n')}\n\n${left} further lines are left out; pass \`output\` (a path) to have it written whole.${open}\n`;
}
