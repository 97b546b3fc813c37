/**
 * The patterns for files that the command line and the settings take: `*` and `?` inside a name, `[a-z]` or `[!a-z]`,
 * `{a,b}`, and `**` for any folders.
 */

/** Whether a word holds a sign of a pattern. */
export function isGlob(word: string): boolean {
  return /[*?[{]/.test(word);
}

const MOST_ALTERNATIVES = 256;

/** `{a,b}` written out, the innermost first. */
export function alternatives(pattern: string): string[] {
  let open = [pattern];
  for (;;) {
    const next = open.flatMap((one) => {
      const match = /\{([^{}]*,[^{}]*)\}/.exec(one);
      if (match === null) return [one];
      const [braces, list = ''] = match;
      const { index } = match;
      return list.split(',').map((word) => one.slice(0, index) + word + one.slice(index + braces.length));
    });
    if (next.length === open.length || next.length > MOST_ALTERNATIVES) return open;
    open = next;
  }
}

/**
 * Whether a path fits a pattern. One without `/` is held against the file's name alone.
 * Time grows with the product of both lengths, never faster.
 * @param path with `/` between its parts
 */
export function matchesPath(pattern: string, path: string): boolean {
  const names = path.split('/');
  return alternatives(pattern).some((one) => {
    const wanted = one.replace(/^\.\//, '').split('/');
    const given = wanted.length === 1 && one !== '**' ? names.slice(-1) : names;
    return fits(wanted, given, isFolders, matchesName);
  });
}

/** Whether one name fits one part of a pattern without braces. */
export function matchesName(part: string, name: string): boolean {
  return fits(signsOf(part), Array.from(name), isStar, matchesCharacter);
}

const isFolders = (part: string): boolean => part === '**';
const isStar = (sign: string): boolean => sign === '*';

/** A part's stars, question marks, classes and plain characters. */
function signsOf(part: string): string[] {
  return part.match(/\[!?[^\]]+\]|[\s\S]/gu) ?? [];
}

function matchesCharacter(sign: string, character: string): boolean {
  if (sign === '?' || sign === character) return true;
  if (!sign.startsWith('[') || sign.length < 3) return false;
  const isOther = sign.startsWith('[!');
  const members = sign.slice(isOther ? 2 : 1, -1);
  return [...members.matchAll(/([\s\S])-([\s\S])|[\s\S]/gu)].some((range) => isMember(range, character)) !== isOther;
}

function isMember([all, from, to]: RegExpExecArray, character: string): boolean {
  return from === undefined || to === undefined ? all === character : from <= character && character <= to;
}

/** Matches two lists where a star takes any number of elements; on a miss only the last star takes one more. */
function fits(
  pattern: readonly string[],
  given: readonly string[],
  isAny: (pattern: string) => boolean,
  one: (pattern: string, given: string) => boolean,
): boolean {
  let [at, index, back, from] = [0, 0, -1, 0];
  while (index < given.length) {
    const wanted = pattern[at];
    if (wanted !== undefined && isAny(wanted)) {
      back = at++;
      from = index;
    } else if (wanted !== undefined && one(wanted, given[index] ?? '')) {
      at += 1;
      index += 1;
    } else if (back >= 0) {
      at = back + 1;
      index = ++from;
    } else return false;
  }
  return pattern.slice(at).every(isAny);
}
