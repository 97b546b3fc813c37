/** Elements that part what stands before from what stands after. */
const BREAKING = new Set('br p li ul ol tr td th table div h1 h2 h3 h4 h5 h6 summary details hr dt dd pre blockquote'.split(' '));

const INLINE = new Set(
  'a abbr b big center cite code del em figure figcaption font i img input ins kbd label mark picture q s samp small source span strike strong sub sup svg tbody thead time tt u var video wbr'.split(
    ' ',
  ),
);

const TAG = /<\/?([A-Za-z][\w-]{0,40})(?:\s[^<>]{0,1000})?\/?>/y;
const AUTOLINK = /<[a-z][a-z\d+.-]{1,30}:[^\s<>]{0,2000}>/iy;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/iy;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>)\]"'`|]{1,2000}/iy;
const DESTINATION = /\((?:[^()\s]|\([^()\s]{0,500}\)){0,2000}(?:\s{1,5}["'(][^"'()]{0,500}["')])?\s{0,5}\)/y;
const REFERENCE = /\[[^[\]\n]{0,200}\]/y;
const FOOTNOTE = /\[\^[^[\]\s]{1,100}\]:?/y;

/** Markup that says nothing by itself: where it ends, and whether what follows is a new piece of text. */
export interface Skip {
  readonly end: number;
  readonly breaks: boolean;
}

/**
 * The markup that starts at `at`, if any: a tag, comment, entity, address, the target of a link, a footnote mark.
 * Every pattern is bounded, so that no text makes this costly. Names of other elements (`<order id>`) are words.
 */
export function skipMarkup(text: string, at: number): Skip | undefined {
  switch (text[at]) {
    case '<':
      return skipAngle(text, at);
    case '&':
      return plain(match(ENTITY, text, at));
    case '[':
      return plain(match(FOOTNOTE, text, at));
    case ']':
      return plain(match(text[at + 1] === '(' ? DESTINATION : REFERENCE, text, at + 1));
    case 'h':
    case 'w':
    case 'H':
      return plain(match(ADDRESS, text, at));
    default:
      return undefined;
  }
}

function skipAngle(text: string, at: number): Skip | undefined {
  if (text.startsWith('<!--', at)) return { end: commentEnd(text, at), breaks: false };
  const link = match(AUTOLINK, text, at);
  if (link !== undefined) return plain(link);
  const end = match(TAG, text, at);
  if (end === undefined) return undefined;
  const name = (/[\w-]+/.exec(text.slice(at, at + 45))?.[0] ?? '').toLowerCase();
  if (BREAKING.has(name)) return { end, breaks: true };
  return INLINE.has(name) ? { end, breaks: false } : undefined;
}

/** A comment that is never closed hides only its own opening. */
function commentEnd(text: string, at: number): number {
  const close = text.indexOf('-->', at + 4);
  return close < 0 ? at + 4 : close + 3;
}

function plain(end: number | undefined): Skip | undefined {
  return end === undefined ? undefined : { end, breaks: false };
}

function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Whether `<name ...>` is an element of HTML, and so no place to fill in. */
export function isElement(name: string): boolean {
  return BREAKING.has(name.toLowerCase()) || INLINE.has(name.toLowerCase());
}
