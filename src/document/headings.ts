/** A heading as its lines show it: by `#`, or by the sign of the line drawn under its title. */
export interface HeadingMark {
  /** `#` to `######`, or the sign of the underline. */
  readonly mark: string;
  readonly title: string;
  /** How many lines it takes: 2 with an underline. */
  readonly lines: 1 | 2;
}

const HASHES = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;

/** Underlines of Markdown, however short. */
const MARKDOWN_UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/;

/** Underlines of reStructuredText; in Markdown most of them are rules, fences or plain signs. */
const OTHER_UNDERLINE = /^([=~*^"+#'`:._-])\1{3,}[ \t]*$/;

/** What a title cannot start with: a blank, list, quote, table, tag, fence or rule. */
const NO_TITLE = /^(?:\s|[-*+]\s|[>|<]|`{3}|~{3}|([=*_~^-])\1{2,}\s*$)/;
const NUMBERED = /^\d{1,9}[.)]\s/;

/** A title that is drawn under is one line. */
const LONGEST_TITLE = 200;

/** The heading that starts on a line, given the two lines after it; `free`: no paragraph is open above. */
export function headingMark(line: string, after: string, beyond: string, free: boolean): HeadingMark | undefined {
  const hashes = HASHES.exec(line);
  if (hashes) return { mark: hashes[1] ?? '#', title: (hashes[2] ?? '').trim(), lines: 1 };
  if (!free || line.length > LONGEST_TITLE || NO_TITLE.test(line)) return undefined;
  const mark = NUMBERED.test(line) ? undefined : MARKDOWN_UNDERLINE.exec(after)?.[1];
  const drawn = mark ?? (beyond.trim() === '' ? longUnderline(line, after) : undefined);
  return drawn === undefined ? undefined : { mark: drawn.slice(0, 1), title: line.trim(), lines: 2 };
}

/** As long as the title at least: nobody draws that by chance. */
function longUnderline(title: string, line: string): string | undefined {
  return line.trim().length >= title.trim().length ? OTHER_UNDERLINE.exec(line)?.[1] : undefined;
}

/**
 * Depths of headings. `=` and `-` under a title are 1 and 2, as in Markdown, unless another sign occurs too: then the
 * text is reStructuredText, where signs count in the order of their first use.
 */
export function headingDepths(headings: readonly HeadingMark[]): number[] {
  const drawn = [...new Set(headings.filter(({ lines }) => lines === 2).map(({ mark }) => mark))];
  const markdown = drawn.every((mark) => mark === '=' || mark === '-');
  return headings.map(({ mark, lines }) => {
    if (lines === 1) return mark.length;
    return markdown ? '=-'.indexOf(mark) + 1 : drawn.indexOf(mark) + 1;
  });
}
