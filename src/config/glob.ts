/**
 * Whether a path fits a glob: `*` and `?` stay inside a name, `**` stands for any number of folders.
 * A glob without `/` is held against the file's name alone. Time grows with the product of both lengths, never faster.
 * @param path with `/`, as the report names the design
 */
export function matchesGlob(glob: string, path: string): boolean {
  const names = path.split('/');
  const wanted = glob.replace(/^\.\//, '').split('/');
  const given = wanted.length === 1 && glob !== '**' ? names.slice(-1) : names;
  return fits(wanted, given, '**', (pattern, name) =>
    fits(Array.from(pattern), Array.from(name), '*', matchesCharacter),
  );
}

function matchesCharacter(pattern: string, character: string): boolean {
  return pattern === '?' || pattern === character;
}

/** Matches two lists where `star` takes any number of elements; on a miss only the last star takes one more. */
function fits(
  pattern: readonly string[],
  given: readonly string[],
  star: string,
  one: (pattern: string, given: string) => boolean,
): boolean {
  let [at, index, back, from] = [0, 0, -1, 0];
  while (index < given.length) {
    const wanted = pattern[at];
    if (wanted === star) {
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
  return pattern.slice(at).every((rest) => rest === star);
}
