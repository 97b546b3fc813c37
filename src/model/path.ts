export type Path = readonly (string | number)[];

/** A path as messages show it: `handlers.pay.calls[0].timeout`. */
export function pathText(path: Path): string {
  return path.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join('');
}
