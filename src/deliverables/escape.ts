/** Signs that Markdown, GitHub's tables or HTML could read as markup. An underscore inside a word is none; addresses become no links. */
const SIGNS = /[\\`*[\]<>|~$#{}@]|:(?=\/\/)|(?<=www)\.|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#|[A-Za-z])/giu;

/** A code span of one tick on each side. */
const SPAN = /((?<!`)`(?!`)[^`|]+(?<!`)`(?!`))/;

/** What would make a block of a line that begins so. */
const OPENING = /^(?:[-+=](?=\s|[-+=]|$)|\d{1,9}[.)](?=\s|$))/;

/**
 * Writes a text so that it is read as that text wherever it stands: in a paragraph, a cell of a table, a list. A pair of
 * backticks stays a code span. White space, new lines among it, becomes one blank.
 */
export function prose(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const parts = line.split(SPAN);
  const written = parts.map((part, at) => (at % 2 === 1 ? part : part.replaceAll(SIGNS, String.raw`\$&`))).join('');
  return written.replace(OPENING, (sign) => sign.replace(/.$/, String.raw`\$&`));
}

/** A name as a code span; one that no span can hold in a table is written as prose. */
export function name(text: string): string {
  return /^[^`|\r\n]+$/.test(text) ? `\`${text}\`` : prose(text);
}

/** Where a link leads, so that no sign in it ends the link. */
export function href(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29')))
    .join('/');
}
