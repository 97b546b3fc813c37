import { distance } from 'fastest-levenshtein';

/** @returns the known names most like a given one, best first, at most `most`; equal ones in their own order */
export function nearest(name: string, known: readonly string[], most = 5): string[] {
  const wanted = name.toLowerCase().slice(0, 64);
  const scored = known.map((candidate) => ({ candidate, score: closeness(wanted, candidate.toLowerCase()) }));
  return scored
    .toSorted((a, b) => a.score - b.score)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Edits between the names; a name that holds the other, or whose last part is near it, counts as close. */
function closeness(wanted: string, candidate: string): number {
  if (wanted !== '' && candidate.includes(wanted)) return 0;
  const last = candidate.split('/').at(-1) ?? candidate;
  return Math.min(distance(wanted, candidate), distance(wanted, last));
}
