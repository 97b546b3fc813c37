/** A cell or label as a name: without emphasis, links, notes in brackets, or blanks. Empty where it cannot be one. */
export function nameOf(text: string): string {
  const code = /`([^`]+)`/.exec(text)?.[1];
  const bare = (code ?? text)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\([^)]*\)/g, '')
    .replace(/[*_`]{2,}|[*`]/g, '')
    .trim();
  const name = bare.replace(/\s+/g, '-');
  return /^[\p{L}\p{N}][\p{L}\p{N}._/:-]{0,79}$/u.test(name) && bare.split(/\s+/).length <= 4 ? name : '';
}

/** The names of a cell: `a, b`, `a and b`, `a<br>b`. */
export function namesOf(text: string): string[] {
  return text
    .split(/,|;|<br ?\/?>|\band\b/)
    .map(nameOf)
    .filter((name) => name !== '');
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:ms|millis(?:econds?)?)$/i, 'ms'],
  [/^(?:s|secs?|seconds?)$/i, 's'],
  [/^(?:m|mins?|minutes?)$/i, 'm'],
  [/^(?:h|hrs?|hours?)$/i, 'h'],
  [/^(?:d|days?)$/i, 'd'],
  [/^(?:w|weeks?)$/i, 'w'],
];

/** A time that a cell consists of: `30 s`, `7 days`. */
export function durationOf(text: string): string | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?([A-Za-z]+)$/.exec(plain(text)) ?? [];
  const short = UNITS.find(([pattern]) => pattern.test(unit))?.[1];
  return number === undefined || short === undefined ? undefined : `${number}${short}`;
}

/** A whole number that a cell consists of. */
export function countOf(text: string): number | undefined {
  const bare = plain(text).replace(/(?<=\d),(?=\d{3}\b)/g, '');
  return /^\d{1,9}$/.test(bare) ? Number(bare) : undefined;
}

export function plain(text: string): string {
  return text.replace(/[`*]/g, '').trim();
}
