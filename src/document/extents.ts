import { lineText, type Lines } from './lines.ts';

/** As much of a line as a heading, a fence or the signs before one can take. */
export const SIGN_LENGTH = 2_000;

const FENCE_END = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;
const FRONT_MATTER = /^(?:---|\+\+\+)[ \t]*$/;
const FRONT_MATTER_KEY = /^(?:#|[\w"'-]+\s*[:=])/;

/**
 * The line (0-based) on which the text starts: front matter is not part of a design, and nothing in it is interpreted.
 */
export function frontMatterEnd(text: Lines): number {
  const open = lineText(text, 0).trimEnd();
  if (!FRONT_MATTER.test(open) || !FRONT_MATTER_KEY.test(lineText(text, 1))) return 0;
  const close = text.lines.findIndex((_, index) => index > 0 && lineText(text, index).trimEnd() === open);
  return close + 1;
}

/** The line after the one that closes the fence that `opening` on line `first` opens. */
export function fenceEnd(text: Lines, first: number, opening: string): number | undefined {
  for (let at = first + 1; at < text.lines.length; at += 1) {
    const close = FENCE_END.exec(lineText(text, at).slice(0, SIGN_LENGTH))?.[1];
    if (close?.startsWith(opening) === true) return at + 1;
  }
  return undefined;
}

/** Where a comment ends that starts on line `first`. `alone`: nothing else stands on its lines. */
export function commentExtent(text: Lines, first: number): { after: number; alone: boolean } | undefined {
  const from = text.lines[first]?.start ?? 0;
  const close = text.source.indexOf('-->', from);
  if (close < 0) return undefined;
  let last = first;
  while ((text.lines[last]?.end ?? close) < close) last += 1;
  const rest = text.source.slice(close + 3, text.lines[last]?.end).trim();
  return { after: last + 1, alone: rest === '' && text.source.startsWith('<', from) };
}
