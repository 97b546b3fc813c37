import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withEngine } from './engine.mjs';
import { ROOT } from './root.mjs';

/** What the letters of the catalogue stand for. */
const FAMILIES = {
  A: 'State and message together',
  B: 'Repeats',
  C: 'Order',
  D: 'Queues and dead letters',
  E: 'Timeouts and retries',
  F: 'Workflows and their undo',
  G: 'Who calls whom',
  H: 'Contracts, time and capacity',
};

/** @returns {Promise<string>} the list of all rules, by family, each with its page, severity and title */
export function ruleList() {
  return withEngine(['src/model/catalogue.ts'], ({ RULES }) =>
    Object.entries(FAMILIES)
      .map(([letter, title]) => {
        const rules = RULES.filter((/** @type {{ alias: string }} */ { alias }) => alias.startsWith(letter));
        return `## ${title}\n\n${rules.map(line).join('\n')}`;
      })
      .join('\n\n'),
  );
}

/** @param {{ id: string, alias: string }} rule */
function line({ id, alias }) {
  const page = readFileSync(join(ROOT, `references/rules/${id}.md`), 'utf8');
  const { title, severity } = parse(page.split(/^---$/m)[1] ?? '');
  return `- [${id}](rules/${id}.md) (${alias}, ${severity}): ${title}`;
}
