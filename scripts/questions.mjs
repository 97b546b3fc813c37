import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './root.mjs';

/** @returns the questions by criterion, as a reader sees them: the front matter is the engine's */
export function questionList() {
  const page = readFileSync(join(ROOT, 'references/open-questions.md'), 'utf8');
  /** @type {{ asks: Record<string, Record<string, string>> }} */
  const { asks } = parse(page.split(/^---$/m)[1] ?? '');
  return Object.entries(asks)
    .map(([criterion, own]) => {
      const lines = Object.entries(own).map(([kind, ask]) => `- \`${kind}\`: ${ask}`);
      return `## [${criterion}](criteria/${criterion}.md)\n\n${lines.join('\n')}`;
    })
    .join('\n\n');
}
