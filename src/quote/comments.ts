import { splitLines } from '../document/lines.ts';
import { createFenceReader } from '../library/fences.ts';

/** An HTML comment of a design: what stands between its marks, its offsets with the marks, and its 1-based line. */
export interface Comment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** What may stand before a fence: quote marks and list signs. */
const CONTAINER = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/;

/**
 * Finds the comments of a Markdown text that its readers do not see: outside code fences and code spans, and closed.
 * Linear in the text.
 */
export function commentsOf(text: string): Comment[] {
  const comments: Comment[] = [];
  const fences = createFenceReader();
  let from = 0;
  for (const [index, { start, end }] of splitLines(text).entries()) {
    if (end <= from) continue;
    const line = text.slice(start, end);
    if (fences.next(line.replace(CONTAINER, '')).at !== 'text') continue;
    for (const { index: at } of line.matchAll(/<!--/g)) {
      const open = start + at;
      if (open < from || isInCode(line, at)) continue;
      const close = text.indexOf('-->', open + 4);
      if (close < 0) return comments;
      from = close + 3;
      comments.push({ text: text.slice(open + 4, close), start: open, end: from, line: index + 1 });
    }
  }
  return comments;
}

/** Whether an odd number of backtick runs stands before a place of a line: a span is open there. */
function isInCode(line: string, at: number): boolean {
  return [...line.slice(0, at).matchAll(/`+/g)].length % 2 === 1;
}
