/** Elements that part what stands before from what stands after. */
const BREAKING = new Set(
  'br p li ul ol tr td th table div h1 h2 h3 h4 h5 h6 summary details hr dt dd pre blockquote'.split(' '),
);

const INLINE = new Set(
  'a abbr b big center cite code del em figure figcaption font i img input ins kbd label mark picture q s samp small source span strike strong sub sup svg tbody thead time tt u var video wbr'.split(
    ' ',
  ),
);

const TAG = /<\/?([A-Za-z][\w-]{0,40})(?:\s[^<>]{0,1000})?\/?>/y;
const AUTOLINK = /<[a-z][a-z\d+.-]{1,30}:[^\s<>]{0,2000}>/iy;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/iy;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>)\]"'`|]{1,2000}/iy;
const REFERENCE = /\[[^[\]\n]{0,200}\]/y;
const FOOTNOTE = /\[\^[^[\]\s]{1,100}\]:?/y;

/** Markup that says nothing by itself: where it ends, and whether what follows is a new piece of text. */
export interface Skip {
  readonly end: number;
  readonly breaks: boolean;
}

/**
 * The markup that starts at `at`, if any: a tag, entity, address, the target of a link, a footnote mark.
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
      return plain(text[at + 1] === '(' ? destinationEnd(text, at + 1) : match(REFERENCE, text, at + 1));
    case 'h':
    case 'w':
    case 'H':
      return plain(match(ADDRESS, text, at));
    default:
      return undefined;
  }
}

function skipAngle(text: string, at: number): Skip | undefined {
  const link = match(AUTOLINK, text, at);
  if (link !== undefined) return plain(link);
  const end = match(TAG, text, at);
  if (end === undefined) return undefined;
  const name = (/[\w-]+/.exec(text.slice(at, at + 45))?.[0] ?? '').toLowerCase();
  if (BREAKING.has(name)) return { end, breaks: true };
  return INLINE.has(name) ? { end, breaks: false } : undefined;
}

/** Longest target of a link, with its title. */
const LONGEST_TARGET = 1_000;

/** Index after the bracket that closes the target of a link, which starts at `open`; brackets inside it come in pairs. */
function destinationEnd(text: string, open: number): number | undefined {
  let depth = 0;
  const last = Math.min(text.length, open + LONGEST_TARGET);
  for (let at = open; at < last; at += 1) {
    const sign = text[at];
    if (sign === '\n' && text[at + 1] === '\n') return undefined;
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
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
