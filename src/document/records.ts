/** A list that is a table in another form: each item gives the same names, each with its value. */
export interface Records {
  readonly header: readonly string[];
  /** One list of values an item, in the header's order; a name that an item leaves out has an empty value. */
  readonly rows: readonly (readonly string[])[];
}

/** `team: shop` or `**team:** shop`, where a part of an item begins. */
const PART = /^[*_`]{0,3}([\p{L}\p{N}][^:;*_`|]{0,40}?)[*_`]{0,3}:[*_`]{0,3}(?: +(.*))?$/su;
/** Fewer names than this make a list of terms, not of records. */
const FEWEST = 2;

/**
 * Reads `- team: shop; owns: orders` as the rows of a table with the columns team and owns.
 * @param items the text of each item, on one line
 * @returns nothing where the items do not begin with one name and share another
 */
export function readRecords(items: readonly string[]): Records | undefined {
  const parts = items.map((item) => item.split(/; +|;$/).map((part) => part.trim()));
  const [first = []] = parts;
  const named = new Set(first.flatMap((part) => nameOf(part) ?? []));
  const header = [...named].filter((name) => parts.every((own) => own.some((part) => nameOf(part) === name)));
  const [lead] = header;
  if (header.length < FEWEST || !parts.every(([part = '']) => nameOf(part) === lead)) return undefined;
  return { header, rows: parts.map((own) => valuesOf(own, header)) };
}

function nameOf(part: string): string | undefined {
  return PART.exec(part)?.[1];
}

/** A part without a name of the header belongs to the value before it. */
function valuesOf(parts: readonly string[], header: readonly string[]): string[] {
  const values = header.map(() => '');
  let at = 0;
  for (const part of parts) {
    const [, name, value = ''] = PART.exec(part) ?? [];
    const own = name === undefined ? -1 : header.indexOf(name);
    if (own >= 0 && values[own] === '') {
      at = own;
      values[at] = value.trim();
    } else values[at] = [values[at], part].filter(Boolean).join('; ');
  }
  return values;
}
