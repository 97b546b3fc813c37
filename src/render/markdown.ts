import { lineName } from './locate.ts';
import type { PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Change, Evidence, Report, Verdict } from '../review/report.ts';
import { changeOf, sourceMark, reasonOf, scoreChange } from './text-changes.ts';

const processor = unified().use(remarkGfm).use(remarkStringify, { bullet: '-' }).freeze();

/** The report as Markdown, for a pull request or an assistant. It is built as a tree, so no quote can break a table. */
export function markdown(report: Report): string {
  const { design, score, readiness, items, verdicts, next } = report;
  const sections = items.flatMap(({ item, title, score: own }) => [
    heading(2, `${title} (${own}/100)`),
    table(
      verdicts.filter((verdict) => verdict.item === item),
      design,
    ),
  ]);
  return stringify([
    heading(1, `Review of ${design.name}`),
    {
      type: 'paragraph',
      children: [{ type: 'strong', children: [words(readiness)] }, words(`, score ${score}/100${scoreChange(report)}`)],
    },
    ...changed(report),
    ...sections,
    ...(next.length > 0
      ? [
          heading(2, 'What to write next'),
          list(
            next.map((step) => [words(step)]),
            true,
          ),
        ]
      : []),
    ...noticed(report),
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

function list(lines: readonly PhrasingContent[][], ordered = false): RootContent {
  const items = lines.map((children) => ({
    type: 'listItem' as const,
    children: [{ type: 'paragraph' as const, children }],
  }));
  return { type: 'list', ordered, spread: false, children: items };
}

function changed({ changes }: Report): RootContent[] {
  if (changes === undefined) return [];
  const { fixed, new: fresh, unchanged } = changes;
  const line = (kind: string, change: Change) => `${kind}: ${changeOf(change)}`;
  const lines = [...fixed.map((one) => line('fixed', one)), ...fresh.map((one) => line('new', one))];
  return [
    heading(2, 'Since the baseline'),
    list([...lines, `${unchanged} unmet as before`].map((one) => [words(one)])),
  ];
}

function noticed({ notices = [] }: Report): RootContent[] {
  return notices.length === 0 ? [] : [heading(2, 'Notices'), list(notices.map((notice) => [quoted(notice.message)]))];
}

function table(verdicts: readonly Verdict[], design: Report['design']): RootContent {
  const header = row([words('criterion')], [words('verdict')], [words('evidence')]);
  const rows = verdicts.map((verdict) =>
    row(
      [words(verdict.criterion)],
      standing(verdict),
      verdict.evidence.flatMap((one, index) => cite(one, index, design)),
    ),
  );
  return { type: 'table', children: [header, ...rows] };
}

/** The verdict, who gave it if not the engine, and whether it is waived. */
function standing(verdict: Verdict): PhrasingContent[] {
  const { waiver } = verdict;
  const said = words(`${verdict.verdict}${sourceMark(verdict)}`);
  return waiver === undefined ? [said] : [said, words(', waived: '), quoted(reasonOf(waiver))];
}

function row(...cells: PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children })) };
}

/** What a design or a reader says is a code span: shown, never rendered. */
function quoted(text: string): PhrasingContent {
  return { type: 'inlineCode', value: text.replace(/\s+/g, ' ').trim() };
}

function cite({ line, quote, why }: Evidence, index: number, design: Report['design']): PhrasingContent[] {
  const lead = `${index > 0 ? '; ' : ''}line ${lineName(design, line)} `;
  return [words(lead), quoted(quote), words(` ${why}`)];
}
