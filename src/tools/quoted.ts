import { oneLine } from '../library/one-line.ts';

/** Longest quote in a text for a model; the value has it whole. */
const QUOTE = 140;

/** What a design says stands in a code span, so that it is shown and never read as part of the answer. */
export function code(quote: string, most = QUOTE): string {
  const cut = oneLine(quote, most);
  const longest = Math.max(0, ...[...cut.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${cut}\`` : `${fence} ${cut} ${fence}`;
}
