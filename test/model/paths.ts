export type Path = readonly (string | number)[];

/** The paths of the values; a list of names is one, since a list that is written is whole. */
export function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** A copy without some values; one whose part is gone as well is gone with it. */
export function without(value: unknown, ...paths: readonly Path[]): unknown {
  const copy = structuredClone(value);
  for (const path of paths) {
    const part = path
      .slice(0, -1)
      .reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], copy);
    if (typeof part === 'object' && part !== null) Reflect.deleteProperty(part, path.at(-1) ?? '');
  }
  return copy;
}
