import { Guard } from './guard.ts';
import { withDepths, type Body, type HeadingCut, type HeadingLines } from './cuts.ts';
import { headingMark } from './headings.ts';
import { LONGEST_LIST, MOST_BLANK_LINES, MOST_HEADINGS, MOST_LINES, MOST_NOTICES, PIECE_SIZE } from './limits.ts';
import { commentExtent, fenceEnd, frontMatterEnd, SIGN_LENGTH } from './extents.ts';
import { lineText, splitLines, type Line, type Lines } from './lines.ts';
import type { Notice } from './types.ts';

/** A text cut where that is safe: headings by themselves, and between them pieces that cost little to parse. */
export interface Scan {
  readonly lines: readonly Line[];
  readonly stretches: readonly (HeadingLines | Body)[];
  readonly notices: readonly Notice[];
}

/** Cuts a text into headings and pieces in one pass. Its time is linear in the text, whatever that holds. */
export function scan(text: string): Scan {
  const lines = splitLines(text);
  const scanner = new Scanner({ source: text, lines });
  scanner.run();
  return { lines, stretches: withDepths(scanner.cuts), notices: scanner.notices };
}

const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

/** A fence in a list costs the parser as much as this many lines more. */
const FENCE_WORK = 4;

class Scanner {
  readonly notices: Notice[] = [];
  readonly cuts: (HeadingCut | Body)[] = [];
  private readonly guard = new Guard();
  private readonly text: Lines;
  private readonly end: number;
  private at = 0;
  /** First line of the piece being collected, and of the block in it (what stands between blank lines). */
  private pieceStart = 0;
  private blockStart = 0;
  /** Why the block must not be parsed. */
  private refused: string | undefined;
  private headings = 0;
  private blanks = 0;
  private commentsClosed = false;

  constructor(text: Lines) {
    this.text = text;
    this.end = Math.min(text.lines.length, MOST_LINES);
  }

  run(): void {
    if (this.end < this.text.lines.length) this.notice(this.end, `only the first ${MOST_LINES} lines are read`);
    this.at = this.pieceStart = this.blockStart = frontMatterEnd(this.text);
    while (this.at < this.end) this.line();
    this.at = this.end;
    this.closeBlock();
    this.closePiece();
  }

  private show(index: number): string {
    return lineText(this.text, index);
  }

  private line(): void {
    const line = this.show(this.at);
    const start = line.slice(0, SIGN_LENGTH);
    if (line.trim() === '') this.blank();
    else if (this.heading(start)) this.guard.startBlock();
    else if (FENCE.test(start)) this.fence(FENCE.exec(start)?.[1] ?? '');
    else if (/^ {0,3}<!--/.test(start)) this.comment();
    else {
      if (this.refused === undefined && this.at - this.pieceStart > LONGEST_LIST && ITEM.test(start)) this.cutList();
      this.refused ??= this.headings >= MOST_HEADINGS ? `after ${MOST_HEADINGS} headings` : this.guard.check(line);
      this.at += 1;
    }
  }

  private heading(line: string): boolean {
    if (this.headings >= MOST_HEADINGS) return false;
    const free = this.at === this.blockStart;
    const [after, beyond] = [this.show(this.at + 1), this.show(this.at + 2)].map((text) => text.slice(0, SIGN_LENGTH));
    const found = headingMark(line, after ?? '', beyond ?? '', free);
    if (!found) return false;
    this.closeBlock();
    this.closePiece();
    this.headings += 1;
    const last = this.at + found.lines - 1;
    this.cuts.push({ kind: 'heading', first: this.at, last, found });
    this.at = this.pieceStart = this.blockStart = last + 1;
    return true;
  }

  /** A blank line ends a block; where the next one starts afresh, a large piece ends too. */
  private blank(): void {
    this.blanks = this.at === this.blockStart ? this.blanks + 1 : 1;
    this.closeBlock();
    this.guard.startBlock();
    this.guard.pass(1);
    this.at += 1;
    this.blockStart = this.at;
    const size = (this.text.lines[this.at]?.start ?? 0) - (this.text.lines[this.pieceStart]?.start ?? 0);
    const afresh = size > PIECE_SIZE && /^[\p{L}*_`[]/u.test(this.show(this.at).slice(0, 4));
    if (afresh || this.blanks === MOST_BLANK_LINES) this.closePiece();
    if (this.blanks >= MOST_BLANK_LINES) this.pieceStart = this.at;
  }

  private cutList(): void {
    this.closePiece();
    this.blockStart = this.at;
  }

  /** A fence at the start of a line stands in no list or quote: it is a piece by itself. */
  private fence(opening: string): void {
    const first = this.at;
    const alone = this.show(first).startsWith(opening);
    if (alone) this.closeBlock();
    if (alone) this.closePiece();
    const end = fenceEnd(this.text, first, opening);
    if (end === undefined) this.notice(first, 'this code block is never closed; everything after it was read as code');
    this.at = Math.min(end ?? this.end, this.end);
    if (alone) {
      this.cuts.push({ kind: 'code', first, last: this.at - 1 });
      this.pieceStart = this.blockStart = this.at;
    } else this.refused ??= this.guard.pass(FENCE_WORK + this.at - first);
  }

  /** Headings inside a comment are none. A comment at the start of a line, with nothing after it, is left out. */
  private comment(): void {
    const extent = this.commentsClosed ? undefined : commentExtent(this.text, this.at);
    if (!extent) return this.openComment();
    const after = Math.min(extent.after, this.end);
    if (extent.alone) {
      this.closeBlock();
      this.closePiece();
      this.pieceStart = this.blockStart = after;
    } else this.refused ??= this.guard.pass(after - this.at);
    this.at = after;
  }

  private openComment(): void {
    if (!this.commentsClosed) this.notice(this.at, 'this comment is never closed, so Markdown hides all that follows');
    this.commentsClosed = true;
    this.refused ??= 'a comment that is never closed';
    this.at += 1;
  }

  /** Parts the block that ends here from the piece if it must not be parsed. */
  private closeBlock(): void {
    const end = this.at;
    if (this.refused === undefined) return;
    this.notice(this.blockStart, `read as plain lines: ${this.refused}`);
    this.refused = undefined;
    this.at = this.blockStart;
    this.closePiece();
    this.at = end;
    if (end > this.pieceStart) this.cuts.push({ kind: 'plain', first: this.pieceStart, last: end - 1 });
    this.pieceStart = this.blockStart = end;
  }

  /** Blank lines before a piece do not belong to it. */
  private closePiece(): void {
    while (this.pieceStart < this.at && this.show(this.pieceStart).trim() === '') this.pieceStart += 1;
    if (this.at > this.pieceStart) this.cuts.push({ kind: 'markdown', first: this.pieceStart, last: this.at - 1 });
    this.pieceStart = this.at;
  }

  private notice(index: number, message: string): void {
    const repeated = this.notices.at(-1)?.message === message;
    if (!repeated && this.notices.length < MOST_NOTICES) this.notices.push({ line: index + 1, message });
  }
}
