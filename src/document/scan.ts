import { Guard } from './guard.ts';
import { withDepths, type Body, type HeadingCut, type HeadingLines } from './cuts.ts';
import { headingMark } from './headings.ts';
import { LONGEST_LIST, MOST_BLANK_LINES, MOST_HEADINGS, MOST_LINES, MOST_NOTICES, PIECE_SIZE } from './limits.ts';
import { splitLines, type Line } from './lines.ts';
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
  const scanner = new Scanner(text, lines);
  scanner.run();
  return { lines, stretches: withDepths(scanner.cuts), notices: scanner.notices };
}

const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/;
const FENCE_END = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const FRONT_MATTER = /^(?:---|\+\+\+)[ \t]*$/;
const FRONT_MATTER_KEY = /^(?:#|[\w"'-]+\s*[:=])/;

/** As much of a line as a fence or a heading can take. */
const SIGN_LENGTH = 2_000;

class Scanner {
  readonly notices: Notice[] = [];
  readonly cuts: (HeadingCut | Body)[] = [];
  private readonly guard = new Guard();
  private readonly text: string;
  private readonly lines: readonly Line[];
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

  constructor(text: string, lines: readonly Line[]) {
    this.text = text;
    this.lines = lines;
    this.end = Math.min(lines.length, MOST_LINES);
  }

  run(): void {
    if (this.end < this.lines.length) this.notice(this.end, `only the first ${MOST_LINES} lines are read`);
    this.skipFrontMatter();
    while (this.at < this.end) this.line();
    this.at = this.end;
    this.closeBlock();
    this.closePiece();
  }

  private show(index: number): string {
    const line = this.lines[index];
    return line ? this.text.slice(line.start, line.end) : '';
  }

  /** Front matter is not part of the design; nothing in it is interpreted. */
  private skipFrontMatter(): void {
    const open = this.show(0).trimEnd();
    if (!FRONT_MATTER.test(open) || !FRONT_MATTER_KEY.test(this.show(1))) return;
    const close = this.lines.findIndex((_, index) => index > 0 && this.show(index).trimEnd() === open);
    if (close < 0) return;
    this.at = this.pieceStart = this.blockStart = close + 1;
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
    const size = (this.lines[this.at]?.start ?? 0) - (this.lines[this.pieceStart]?.start ?? 0);
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
    this.at = this.fenceEnd(opening);
    if (alone) {
      this.cuts.push({ kind: 'code', first, last: this.at - 1 });
      this.pieceStart = this.blockStart = this.at;
    } else this.refused ??= this.guard.pass(this.at - first);
  }

  /** The line after the one that closes the fence. */
  private fenceEnd(opening: string): number {
    for (let at = this.at + 1; at < this.end; at += 1) {
      const close = FENCE_END.exec(this.show(at).slice(0, SIGN_LENGTH))?.[1];
      if (close?.startsWith(opening) === true) return at + 1;
    }
    this.notice(this.at, 'this code block is never closed; everything after it was read as code');
    return this.end;
  }

  /** Headings inside a comment are none. */
  private comment(): void {
    const from = this.lines[this.at]?.start ?? 0;
    const close = this.commentsClosed ? -1 : this.text.indexOf('-->', from);
    if (close < 0) {
      if (!this.commentsClosed)
        this.notice(this.at, 'this comment is never closed, so Markdown hides all that follows');
      this.commentsClosed = true;
      this.refused ??= 'a comment that is never closed';
    }
    const first = this.at;
    while (this.at < this.end && (this.lines[this.at]?.end ?? 0) < close) this.at += 1;
    this.at += 1;
    this.refused ??= this.guard.pass(this.at - first);
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
