import { createHash } from 'node:crypto';
import type { Verdict } from '../review/report.ts';

/**
 * What makes a verdict the same one in the next revision: its criterion and what it quotes, whatever the order, the lines
 * and the white space. Not the verdict itself, so that a partial one that turns into a violation stays one finding.
 * @returns 64 hexadecimal digits
 */
export function fingerprint({ criterion, evidence }: Verdict): string {
  const quotes = evidence.map(({ quote }) => normalised(quote)).toSorted();
  return digestOf([criterion, ...new Set(quotes)]);
}

/** @returns 64 hexadecimal digits over some lines */
export function digestOf(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('hex');
}

/** Case, white space and Markdown's signs are layout: the sentence stays the same when it is moved into a list. */
function normalised(quote: string): string {
  return quote
    .toLowerCase()
    .replace(/[*_`>#|\s]+/g, ' ')
    .replace(/^(?:[-+]|\d+[.)]) /, '')
    .trim();
}
