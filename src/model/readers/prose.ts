import { diagramStatements } from '../../document/diagram.ts';
import { createFenceReader } from '../../library/fences.ts';
import { statedByDiagram } from './prose-diagram.ts';
import { statedByItem } from './prose-list.ts';
import { statedByTable, type Table } from './prose-table.ts';
import type { Stated } from './reader.ts';

/**
 * What tables, lists and diagrams of a Markdown text state of a model: parts, owners, settings that stand in a cell.
 * Sentences are left to who reads them. Linear in the text.
 */
export function readProse(text: string): Stated[] {
  const reading: Reading = { stated: [], heading: '', table: undefined, diagram: undefined };
  const lines = text.split(/\r?\n/);
  const fences = createFenceReader();
  for (const [index, line] of lines.entries()) {
    const { at, info } = fences.next(line);
    if (at === 'text') readLine(reading, line, lines[index + 1] ?? '', index + 1);
    else readFence(reading, { at, info, line, below: index + 2 });
  }
  return reading.stated;
}

interface Reading {
  readonly stated: Stated[];
  heading: string;
  table: Table | undefined;
  diagram: { readonly first: number; readonly lines: string[] } | undefined;
}

interface FenceLine {
  readonly at: 'open' | 'inside' | 'close';
  readonly info: string;
  readonly line: string;
  /** Number of the line after it. */
  readonly below: number;
}

function readFence(reading: Reading, { at, info, line, below }: FenceLine): void {
  const { diagram, stated } = reading;
  if (at === 'inside') diagram?.lines.push(line);
  else if (at === 'open') reading.diagram = info.startsWith('mermaid') ? { first: below, lines: [] } : undefined;
  else if (diagram !== undefined) {
    stated.push(...statedByDiagram(diagramStatements(diagram.lines, diagram.first)?.edges ?? []));
    reading.diagram = undefined;
  }
}

function readLine(reading: Reading, line: string, below: string, number: number): void {
  const { stated } = reading;
  reading.heading = /^#{1,6} +(.+?)(?: +#+)?$/.exec(line)?.[1] ?? reading.heading;
  stated.push(...statedByItem(line, number, reading.heading));
  reading.table = nextRow(reading.table, line, below, number);
  if (reading.table === undefined || isRow(below)) return;
  stated.push(...statedByTable(reading.table));
  reading.table = undefined;
}

const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

function isRow(line: string): boolean {
  return line.includes('|');
}

function nextRow(table: Table | undefined, line: string, below: string, number: number): Table | undefined {
  if (table === undefined) {
    if (!isRow(line) || !below.includes('-') || !isRow(below) || !DELIMITER.test(below)) return undefined;
    return { header: cells(line), rows: [] };
  }
  if (!DELIMITER.test(line)) table.rows.push({ line: number, cells: cells(line) });
  return table;
}

function cells(row: string): string[] {
  const bare = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return bare.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}
