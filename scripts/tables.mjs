import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './root.mjs';
import { withServer } from './server.mjs';

const CRITERIA = join(ROOT, 'references/criteria');

/** @param {string} text @returns the text as one table cell */
const cell = (text) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

/** @param {string[]} header @param {string[][]} rows */
function table(header, rows) {
  const lines = [header, header.map(() => '---'), ...rows.map((row) => row.map(cell))];
  return lines.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** @returns the criteria with their front matter, in order of item, then of id */
function criteria() {
  const pages = readdirSync(CRITERIA).filter((name) => name.endsWith('.md'));
  const matters = pages.map((name) => parse(readFileSync(join(CRITERIA, name), 'utf8').split(/^---$/m)[1] ?? ''));
  return matters.toSorted((a, b) => a.item.localeCompare(b.item) || a.id.localeCompare(b.id));
}

/** @returns {Promise<Record<string, string>>} the README's generated tables, by the name in their comment */
export function readmeTables() {
  return withServer(async (client) => {
    const { tools } = await client.listTools();
    const { resources } = await client.listResources();
    const { prompts } = await client.listPrompts();
    const pages = resources.filter(({ uri }) => !/\/(?:criteria|rules)\//.test(uri));
    return {
      tools: table(
        ['Tool', 'What it does'],
        tools.map((tool) => [`\`${tool.name}\``, tool.description ?? '']),
      ),
      resources: table(
        ['Resource', 'What it holds'],
        pages.map((page) => [`\`${page.uri}\``, page.description ?? page.title ?? page.name]),
      ),
      prompts: table(
        ['Prompt', 'What it asks for'],
        prompts.map((prompt) => [`\`${prompt.name}\``, prompt.description ?? '']),
      ),
      criteria: table(
        ['Item', 'Criterion', 'Severity', 'What a reviewer asks'],
        criteria().map(({ id, item, severity, question }) => [
          item,
          `[${id}](references/criteria/${id}.md)`,
          severity,
          question,
        ]),
      ),
    };
  });
}
