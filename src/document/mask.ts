/** Signs in front of a line that make it an item or a quote. */
const PREFIX = /^(?:[ \t>]|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*/;

/** A rule, an underline, or the line under the header of a table. */
const DRAWN = /^(?:[-=|:+ \t]+|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** What opens a fence, a definition or a task. */
const OPENING = /^(?:`{3,}(?=[^`]*$)|~{3,}|\[\^?[^[\]\\]{1,200}\]:|\[[ xX]\](?=[ \t]))/;

/** What ends a block of HTML that a blank line does not end. */
const ENDING = /-->|<\/(?:script|pre|style|textarea)>/i;

/** Longest line of which more than its beginning is kept. */
const LONGEST_KEPT = 1_000;

/** Everything but blanks and the bars of a table, with the backslash that makes a bar a sign like others. */
const CONTENT = /\\(?!\|)|[^ \t|\\]/g;

/** Signs by which inline markup starts or ends. */
const INLINE = /[!&*<[\\\]_`]/g;

/**
 * The line as the Markdown parser shall see it: same length, same blocks, but nothing inside them. Only where blocks
 * start and end is asked of it; inline signs, even those that open nothing, cost it the square of their number.
 */
export function maskLine(line: string): string {
  const prefix = PREFIX.exec(line.slice(0, LONGEST_KEPT))?.[0] ?? '';
  const rest = line.slice(prefix.length);
  return prefix + (rest.length > LONGEST_KEPT ? blank(rest) : maskRest(rest));
}

function maskRest(rest: string): string {
  if (DRAWN.test(rest)) return rest;
  const opening = rest.startsWith('<') ? '<' : (OPENING.exec(rest)?.[0] ?? '');
  if (opening !== '') return opening + aroundEnding(rest.slice(opening.length), plain);
  return aroundEnding(rest, blank);
}

/** Masks what stands before and after the end of a block of HTML, if there is one. */
function aroundEnding(text: string, mask: (text: string) => string): string {
  const ending = text.includes('>') ? ENDING.exec(text) : null;
  if (!ending) return mask(text);
  const after = ending.index + ending[0].length;
  return mask(text.slice(0, ending.index)) + ending[0] + mask(text.slice(after));
}

function blank(text: string): string {
  return text.replace(CONTENT, '%');
}

function plain(text: string): string {
  return text.replace(INLINE, 'a');
}
