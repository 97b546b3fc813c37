import type { Notice } from './report.ts';

/** The first notices, and one that tells how many more there are. */
export function atMost(most: number, notices: readonly Notice[]): Notice[] {
  const more = notices.length - most;
  return more > 0 ? [...notices.slice(0, most), { message: `And ${more} more like these.` }] : [...notices];
}
