import { createFenceReader } from '../library/fences.ts';

/** One blank line between blocks and before a table, one blank around the cells of a table, none at the end of a line. */
export function tidy(markdown: string): string {
  const fences = createFenceReader();
  const lines: string[] = [];
  for (const line of markdown.split('\n')) {
    const { at } = fences.next(line);
    const tidied = at === 'inside' ? line : tidyLine(line.trimEnd());
    const before = lines.at(-1) ?? '';
    if (at === 'text' && tidied.startsWith('|') && before !== '' && !before.startsWith('|')) lines.push('');
    if (tidied !== '' || before !== '') lines.push(tidied);
  }
  return `${lines.join('\n').trim()}\n`;
}

function tidyLine(line: string): string {
  if (!line.startsWith('|')) return line;
  const cells = line.split(/(?<!\\)\|/).slice(1);
  return `| ${cells
    .slice(0, -1)
    .map((cell) => cell.replaceAll(/\s+/g, ' ').trim())
    .join(' | ')} |`;
}
