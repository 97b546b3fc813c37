import type { Code, Heading, Html, List, Paragraph, RootContent, Table } from 'mdast';
import type { Builder, Context } from './builder.ts';
import { flatten } from './inline.ts';
import { readMermaid } from './mermaid.ts';
import type { StatementKind, Word } from './types.ts';
import { splitLine } from './words.ts';

/** Text being read, with the line its first character stands on in the whole design. */
export interface Source {
  readonly text: string;
  readonly firstLine: number;
}

/** Reads blocks that stand beside each other: a paragraph leads into the list, table or code that follows it. */
export function readBlocks(
  nodes: readonly RootContent[],
  source: Source,
  builder: Builder,
  context: Context = [],
  kind: StatementKind = 'sentence',
): void {
  let lead: Context = [];
  for (const node of nodes) {
    const around = [...context, ...lead];
    lead = [];
    if (node.type === 'heading') readHeading(node, source, builder);
    else if (node.type === 'paragraph') lead = readParagraph(node, source, builder, context, kind);
    else if (node.type === 'list') readList(node, source, builder, around);
    else if (node.type === 'table') readTable(node, source, builder, around);
    else if (node.type === 'code') readCode(node, source, builder, around);
    else if (node.type === 'html') readHtml(node, source, builder, context);
    else if ('children' in node) readBlocks(node.children as RootContent[], source, builder, around, kind);
  }
}

function readHeading(node: Heading, source: Source, builder: Builder): void {
  const { text } = flatten(node);
  const words = builder.language.sentences(text).flatMap((sentence) => sentence.words);
  const line = lineOf(node, source);
  builder.heading(node.depth, text, { line, endLine: lineOf(node, source, 'end'), quote: slice(node, source), words });
}

/** Each sentence is a statement with the one before as context. Gives the last sentence, which may lead into a list. */
function readParagraph(
  node: Paragraph,
  source: Source,
  builder: Builder,
  context: Context,
  kind: StatementKind,
): Context {
  const plain = flatten(node);
  let before: Context = [];
  const line = lineIndex(node, source);
  for (const { start, end, words } of builder.language.sentences(plain.text)) {
    const [from, to] = widen(source.text, plain.source(start), plain.source(end));
    builder.add({ kind, line: line(from), endLine: line(to), quote: source.text.slice(from, to), words }, [
      ...context,
      ...before,
    ]);
    before = [words];
  }
  return before;
}

const MARKUP = /[*_`~[\]()]/;

/** Takes the markup around a sentence into its quote, so that `**Retries**` is not cut to `Retries**`. */
function widen(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  while (from > 0 && /[*_`~[]/.test(text[from - 1] ?? '')) from -= 1;
  while (to < text.length && MARKUP.test(text[to] ?? '') && text[to] !== '[' && text[to] !== '(') to += 1;
  return [from, to];
}

/** The line of a source offset inside a block. */
function lineIndex(node: Paragraph, { text, firstLine }: Source): (offset: number) => number {
  const first = firstLine - 1 + (node.position?.start.line ?? 1);
  const start = node.position?.start.offset ?? 0;
  let [at, line] = [start, first];
  return (offset) => {
    if (offset < at) [at, line] = [start, first];
    for (; at < offset; at += 1) if (text[at] === '\n') line += 1;
    return line;
  };
}

/** An item's own text leads into the lists below it. */
function readList(list: List, source: Source, builder: Builder, context: Context): void {
  for (const item of list.children) readBlocks(item.children, source, builder, context, 'item');
}

function readTable(node: Table, source: Source, builder: Builder, context: Context): void {
  const [head, ...body] = node.children.map((row) => ({
    line: lineOf(row, source),
    quote: slice(row, source),
    cells: row.children.map((cell) => flatten(cell).text),
  }));
  if (!head) return;
  const wordsOf = (cells: readonly string[]): Word[] =>
    cells.flatMap((cell) => builder.language.sentences(cell)).flatMap(({ words }) => words);
  const header = wordsOf(head.cells);
  builder.tables.push({ line: head.line, section: builder.section, header: head.cells, rows: body });
  for (const { line, quote, cells } of body)
    builder.add({ kind: 'row', line, endLine: line, quote, words: wordsOf(cells) }, [...context, header]);
}

function readCode(node: Code, source: Source, builder: Builder, context: Context): void {
  const start = lineOf(node, source);
  const fenced = source.text.slice(node.position?.start.offset ?? 0).startsWith('`') || node.lang != null;
  const first = start + (fenced || /^\s*~/.test(slice(node, source)) ? 1 : 0);
  const lines = node.value.split('\n');
  const edges = node.lang === 'mermaid' ? readMermaid(lines, first) : [];
  builder.edges.push(...edges);
  const arrows = new Set(edges.map(({ line }) => line));
  for (const [index, quote] of lines.entries()) {
    const line = first + index;
    const kind = arrows.has(line) ? 'edge' : 'code';
    const words = kind === 'edge' ? edgeWords(edges.filter((edge) => edge.line === line)) : splitLine(quote);
    builder.add({ kind, line, endLine: line, quote: quote.trim(), words }, context);
  }
}

/** An arrow is read by the shown names, not by the ids of its boxes. */
function edgeWords(edges: readonly { from: { name: string }; to: { name: string }; label: string }[]): Word[] {
  return edges.flatMap(({ from, to, label }) => splitLine(`${from.name} ${label} ${to.name}`));
}

/** HTML is read as its text; comments say nothing. */
function readHtml(node: Html, source: Source, builder: Builder, context: Context): void {
  const first = lineOf(node, source);
  const blank = (part: string) => part.replace(/[^\n]/g, ' ');
  const text = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, blank).replace(/<[^<>]*>/g, blank);
  for (const [index, line] of text.split('\n').entries()) {
    const words = builder.language.sentences(line).flatMap((sentence) => sentence.words);
    builder.add({ kind: 'sentence', line: first + index, endLine: first + index, quote: line.trim(), words }, context);
  }
}

type Placed = Pick<RootContent, 'position'>;

function lineOf(node: Placed, { firstLine }: Source, end: 'start' | 'end' = 'start'): number {
  return firstLine - 1 + (node.position?.[end].line ?? 1);
}

function slice(node: Placed, { text }: Source): string {
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
