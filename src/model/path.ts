export type Path = readonly (string | number)[];

/** A path as messages show it: `handlers.pay.calls[0].timeout`. */
export function pathText(path: Path): string {
  return path.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join('');
}

/** The same of each part of a path from the first on: `handlers`, `handlers.pay`, `handlers.pay.ack`. */
export function pathTexts(path: Path): string[] {
  const texts: string[] = [];
  for (const part of path) {
    const above = texts.at(-1);
    texts.push(typeof part === 'number' ? `${above ?? ''}[${part}]` : above === undefined ? part : `${above}.${part}`);
  }
  return texts;
}

/** What stands at a path; nothing where a part of it is not there. */
export function valueAt(raw: unknown, path: Path): unknown {
  let value = raw;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
