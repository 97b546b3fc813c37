import type { z } from 'zod';

/**
 * Checks front matter against its schema.
 * @throws Error naming the file, the key and what is wrong with it
 */
export function checkMatter<T extends z.ZodType>(schema: T, matter: unknown, file: string): z.output<T> {
  const { data, error } = schema.safeParse(matter);
  if (error === undefined) return data;
  const [issue] = error.issues;
  throw new Error(`${file}: ${issue?.path.join('.') || 'front matter'}: ${issue?.message ?? 'not valid'}`);
}
