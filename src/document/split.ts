/** Where one run of letters and digits holds several words: `orderId`, `HTTPServer`, `5s`. `IDs` and `v2` stay whole. */
const SEAM = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=^\d+)(?=[A-Za-z])/;

/** Longest word kept; what is longer is a digest or a blob, of which the beginning is enough. */
const LONGEST = 40;

const SHORT_FORMS: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };

/**
 * The lower-cased words of one run of letters, digits and inner apostrophes.
 * `correlationId` gives `correlation id`, `don't` gives `do not`, `it's` gives `it`.
 */
export function splitRun(run: string): string[] {
  if (/['’]/.test(run)) return splitContraction(run.replaceAll('’', "'"));
  if (run.toLowerCase() === 'cannot') return ['can', 'not'];
  if (/^[\d.,]+$/.test(run)) return [run.slice(0, LONGEST)];
  const pieces = run.length > 1 && !/^[A-Za-z]?[a-z]*$/.test(run) ? run.slice(0, LONGEST * 8).split(SEAM) : [run];
  return pieces.map((piece) => piece.slice(0, LONGEST).toLowerCase());
}

function splitContraction(run: string): string[] {
  if (/n't$/i.test(run)) {
    const verb = run.slice(0, -3).toLowerCase();
    return [SHORT_FORMS[verb] ?? verb.slice(0, LONGEST), 'not'].filter((word) => word !== '');
  }
  const [word = '', next = ''] = run.split("'");
  return splitRun(word.length === 1 && next.length > 2 ? next : word);
}

/** The singular of a plural, for words that no dictionary knows: `dlqs`, `apis`, `retries`. Others come back unchanged. */
export function singular(word: string): string {
  if (word.length < 3 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:[sxz]|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
