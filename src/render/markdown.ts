import type { PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Evidence, Report, Verdict } from '../review/report.ts';

const processor = unified().use(remarkGfm).use(remarkStringify, { bullet: '-' }).freeze();

/** The report as Markdown, for a pull request or an assistant. It is built as a tree, so no quote can break a table. */
export function markdown(report: Report): string {
  const { design, score, readiness, items, verdicts, next } = report;
  const sections = items.flatMap(({ item, title, score: own }) => [
    heading(2, `${title} (${own}/100)`),
    table(verdicts.filter((verdict) => verdict.item === item)),
  ]);
  return stringify([
    heading(1, `Review of ${design.name}`),
    { type: 'paragraph', children: [{ type: 'strong', children: [words(readiness)] }, words(`, score ${score}/100`)] },
    ...sections,
    ...(next.length > 0 ? [heading(2, 'What to write next'), list(next)] : []),
  ]);
}

/** @returns the nodes as Markdown */
export function stringify(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  return processor.stringify(root);
}

function words(value: string): PhrasingContent {
  return { type: 'text', value };
}

function heading(depth: 1 | 2, title: string): RootContent {
  return { type: 'heading', depth, children: [words(title)] };
}

function list(steps: readonly string[]): RootContent {
  const items = steps.map((step) => ({
    type: 'listItem' as const,
    children: [{ type: 'paragraph' as const, children: [words(step)] }],
  }));
  return { type: 'list', ordered: true, spread: false, children: items };
}

function table(verdicts: readonly Verdict[]): RootContent {
  const header = row([words('criterion')], [words('verdict')], [words('evidence')]);
  const rows = verdicts.map(({ criterion, verdict, evidence }) =>
    row([words(criterion)], [words(verdict)], evidence.flatMap(cite)),
  );
  return { type: 'table', children: [header, ...rows] };
}

function row(...cells: PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children })) };
}

/** Quotes are code spans: what a design says is shown, never rendered. */
function cite({ line, quote, why }: Evidence, index: number): PhrasingContent[] {
  const lead = `${index > 0 ? '; ' : ''}line ${line} `;
  return [words(lead), { type: 'inlineCode', value: quote.replace(/\s+/g, ' ').trim() }, words(` ${why}`)];
}
