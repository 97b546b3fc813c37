import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Context, Reviewed } from './format.ts';
import { markdown, stringify } from './markdown.ts';
import { tally } from './tally.ts';

/** One design's report; of several a table of them, then each. */
export function markdownList(reviews: readonly Reviewed[], { several }: Context): string {
  const reports = reviews.map(({ report }) => markdown(report));
  return several ? [overview(reviews), ...reports].join('\n') : reports.join('\n');
}

const HEADER = ['design', 'readiness', 'score', 'violated', 'missing', 'partial', 'met', 'waived'];

function overview(reviews: readonly Reviewed[]): string {
  const heading: RootContent = {
    type: 'heading',
    depth: 1,
    children: [words(`Review of ${reviews.length} ${reviews.length === 1 ? 'design' : 'designs'}`)],
  };
  const rows = reviews.map(({ report }) => row([report.design.name, ...tally(report)]));
  return stringify([
    heading,
    {
      type: 'table',
      align: ['left', 'left', ...HEADER.slice(2).map(() => 'right' as const)],
      children: [row(HEADER), ...rows],
    },
  ]);
}

function row(cells: readonly string[]): TableRow {
  return { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: [words(cell)] })) };
}

function words(value: string): PhrasingContent {
  return { type: 'text', value };
}
