import { skipMarkup } from './markup.ts';
import { sentenceEnd, type MarkKind, type Part } from './marks.ts';
import { splitRun } from './split.ts';

/** `prose` has Markdown's inline markup and sentences; `row` is prose cut at `|`; `code` has neither. */
export type Mode = 'prose' | 'row' | 'code';

const RUN = /\d+(?:[.,]\d+)+|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/uy;
const JOINTS = new Set('-_‐‑');
const PAUSES: ReadonlyMap<string, MarkKind> = new Map([
  [',', 'comma'],
  [';', 'clause'],
  [':', 'clause'],
  ['(', 'clause'],
  [')', 'clause'],
  ['—', 'clause'],
  ['–', 'clause'],
]);

/** Words and marks of a text, in order. Linear in its length. */
export function readParts(text: string, mode: Mode): Part[] {
  const reader = new PartReader(text, mode);
  while (reader.at < text.length) reader.next();
  return reader.parts;
}

class PartReader {
  readonly parts: Part[] = [];
  at = 0;
  private readonly text: string;
  private readonly mode: Mode;
  private readonly ticks: TickRuns;
  /** End of the code span being read; dots and brackets in it are part of a name. */
  private codeEnd = -1;
  /** No comment ends after this place: do not search again. */
  private commentsClosed = false;

  constructor(text: string, mode: Mode) {
    this.text = text;
    this.mode = mode;
    this.ticks = new TickRuns(text);
  }

  next(): void {
    const inCode = this.mode === 'code' || this.at < this.codeEnd;
    if (!inCode && this.skip()) return;
    RUN.lastIndex = this.at;
    const run = RUN.exec(this.text)?.[0];
    if (run !== undefined) this.word(run);
    else this.sign(inCode);
  }

  private skip(): boolean {
    if (this.text[this.at] === '`') return this.enterCode();
    if (this.text.startsWith('<!--', this.at)) return this.skipComment();
    const markup = skipMarkup(this.text, this.at);
    if (!markup) return false;
    if (markup.breaks) this.parts.push({ kind: 'break', start: this.at, end: markup.end });
    this.at = markup.end;
    return true;
  }

  private enterCode(): boolean {
    const { length, close } = this.ticks.spanAt(this.at);
    // The run that closes a span opens none.
    if (close !== undefined && this.at !== this.codeEnd) this.codeEnd = close;
    this.at += length;
    return true;
  }

  /** A comment that is never closed hides only its own opening. */
  private skipComment(): boolean {
    const close = this.commentsClosed ? -1 : this.text.indexOf('-->', this.at + 4);
    if (close < 0) this.commentsClosed = true;
    this.at = close < 0 ? this.at + 4 : close + 3;
    return true;
  }

  private word(run: string): void {
    const start = this.at;
    this.at += run.length;
    const before = this.parts.at(-1);
    const joined = before?.kind === 'word' && before.end === start - 1 && JOINTS.has(this.text[start - 1] ?? '');
    for (const [index, text] of splitRun(run).entries())
      this.parts.push({ kind: 'word', text, start, end: this.at, glued: index > 0 ? !run.includes("'") : joined });
  }

  private sign(inCode: boolean): void {
    const at = this.at;
    const sign = this.text[at] ?? '';
    this.at += 1;
    const before = this.parts.at(-1);
    if (sign === '%' && before?.kind === 'word' && before.end === at)
      this.parts.push({ kind: 'word', text: 'percent', start: at, end: at + 1, glued: false });
    else if (sign === '|' && this.mode === 'row') this.parts.push({ kind: 'break', start: at, end: at + 1 });
    else if (!inCode) this.mark(sign, at);
  }

  private mark(sign: string, at: number): void {
    const pause = PAUSES.get(sign);
    if (pause) this.parts.push({ kind: pause, start: at, end: at + 1 });
    else if (sign === '\n' || sign === '\r') this.lineEnd(at);
    else if (sign === '.' || sign === '?' || sign === '!') {
      const end = sentenceEnd(this.text, at, this.parts.at(-1));
      if (!end) return;
      this.parts.push(end);
      this.at = end.end;
    }
  }

  /** Two blanks or a backslash at the end of a line part its text from the next line's. */
  private lineEnd(at: number): void {
    if (/(?: {2}|\\)\r?$/.test(this.text.slice(Math.max(0, at - 3), at)))
      this.parts.push({ kind: 'break', start: at, end: at + 1 });
  }
}

/** The runs of backticks of a text, so that each span finds its end without a search. */
class TickRuns {
  private readonly byLength = new Map<number, number[]>();
  private readonly lengths = new Map<number, number>();

  constructor(text: string) {
    if (!text.includes('`')) return;
    for (const { 0: run, index } of text.matchAll(/`+/g)) {
      this.lengths.set(index, run.length);
      const places = this.byLength.get(run.length) ?? [];
      places.push(index);
      this.byLength.set(run.length, places);
    }
    for (const places of this.byLength.values()) places.reverse();
  }

  /** Length of the run at `at`, and where the next run of that length starts. */
  spanAt(at: number): { length: number; close: number | undefined } {
    const length = this.lengths.get(at) ?? 1;
    const places = this.byLength.get(length) ?? [];
    while ((places.at(-1) ?? Infinity) <= at) places.pop();
    return { length, close: places.at(-1) };
  }
}
