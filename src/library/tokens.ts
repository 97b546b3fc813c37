/**
 * Characters of English Markdown that make one token of current models, measured with o200k on our own pages
 * (4.0 on tables and lists of links, 4.7 on prose).
 */
const CHARACTERS_PER_TOKEN = 4.3;

/** @returns about how many tokens a text takes, whole, at least 1; within 15 % on our pages */
export function estimateTokens(text: string): number {
  return Math.max(1, Math.round(text.length / CHARACTERS_PER_TOKEN));
}
