import { createFenceReader } from '../library/fences.ts';
import { DeliverableProblem } from './problem.ts';

const OPEN = '<!-- keep -->';
const CLOSE = '<!-- /keep -->';

/** Lines that a team added, from one comment to the other, and the heading that they stand under. */
interface Kept {
  /** As it is written, with which one of that text it is; nothing before the first heading. */
  readonly under: string | undefined;
  readonly lines: readonly string[];
}

interface Split {
  readonly kept: readonly Kept[];
  /** Everything else but blank lines, which move with what is kept. */
  readonly rest: string;
}

/**
 * Parts what a team keeps in a deliverable from what was filled in.
 * @throws DeliverableProblem for a comment that opens and is never closed
 */
export function splitKept(text: string, file: string): Split {
  const kept: Kept[] = [];
  const rest: string[] = [];
  const headings = headingReader();
  let open: { under: string | undefined; lines: string[]; line: number } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const trimmed = line.trim();
    if (open === undefined && trimmed === OPEN) open = { under: headings.last(), lines: [line], line: index + 1 };
    else if (open === undefined) {
      headings.next(line);
      rest.push(line);
    } else {
      open.lines.push(line);
      if (trimmed !== CLOSE) continue;
      kept.push(open);
      open = undefined;
    }
  }
  if (open !== undefined)
    throw new DeliverableProblem(`${file}: line ${open.line} of its text opens ${OPEN}; close it with ${CLOSE}`);
  return { kept, rest: rest.filter((line) => line.trim() !== '').join('\n') };
}

/** Puts what was kept back at the end of the section that it stood in; where that is gone, at the end. */
export function withKept(text: string, kept: readonly Kept[]): string {
  if (kept.length === 0) return text;
  const left = [...kept];
  const headings = headingReader();
  const lines: string[] = [];
  const put = (fits: (one: Kept) => boolean): void => {
    for (const one of left.filter(fits)) {
      lines.push('', ...one.lines, '');
      left.splice(left.indexOf(one), 1);
    }
  };
  for (const line of text.split('\n')) {
    const before = headings.last();
    if (headings.next(line)) put(({ under }) => under === before);
    lines.push(line);
  }
  put(({ under }) => under === headings.last());
  put(() => true);
  return withOneBlank(lines);
}

/** No more than one blank line outside of what was kept, which stays as it is. */
function withOneBlank(lines: readonly string[]): string {
  const result: string[] = [];
  let inside = false;
  for (const line of lines) {
    if (line.trim() === CLOSE) inside = false;
    if (inside || line !== '' || result.at(-1) !== '') result.push(line);
    if (line.trim() === OPEN) inside = true;
  }
  return `${result.join('\n').trim()}\n`;
}

/** Reads the headings of a text line by line; two of the same words are told apart by their number. */
function headingReader() {
  const fences = createFenceReader();
  const seen = new Map<string, number>();
  let last: string | undefined;
  return {
    last: () => last,
    next: (line: string): boolean => {
      const { at } = fences.next(line);
      if (at === 'inside' || !/^#{1,6} /.test(line)) return false;
      const count = (seen.get(line) ?? 0) + 1;
      seen.set(line, count);
      last = `${count} ${line}`;
      return true;
    },
  };
}
