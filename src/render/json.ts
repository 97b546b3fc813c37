import type { Context, Reviewed } from './format.ts';

/** A value as other programs read it: two blanks, one trailing newline. */
export function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** @returns one report, or an array of them where several designs were asked for */
export function jsonFormat(reviews: readonly Reviewed[], { several }: Context): string {
  const reports = reviews.map(({ report }) => report);
  const [only] = reports;
  return json(only === undefined || several ? reports : only);
}
