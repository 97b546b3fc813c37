import type * as z from 'zod';

/**
 * Checks front matter, or another mapping, against its schema.
 * @param whole what messages call the mapping itself
 * @throws Error naming the file, the key and what is wrong with it
 */
export function checkMatter<T extends z.ZodType>(
  schema: T,
  matter: unknown,
  file: string,
  whole = 'front matter',
): z.output<T> {
  const { data, error } = schema.safeParse(matter);
  if (error === undefined) return data;
  const [{ path, message } = { path: [], message: 'not valid' }] = error.issues;
  throw new Error(`${file}: ${path.length > 0 ? path.join('.') : whole}: ${message}`);
}
