import { headingDepths, type HeadingMark } from './headings.ts';

interface Span {
  /** 0-based, both inclusive. */
  readonly first: number;
  readonly last: number;
}

/** A heading, with the line drawn under it if there is one. */
export interface HeadingLines extends Span {
  readonly kind: 'heading';
  readonly title: string;
  readonly depth: number;
}

/** Whole lines between headings. `code`: a fence with its content. `plain`: they must not be parsed as Markdown. */
export interface Body extends Span {
  readonly kind: 'markdown' | 'code' | 'plain';
}

/** A heading whose depth is not known before all are. */
export interface HeadingCut extends Span {
  readonly kind: 'heading';
  readonly found: HeadingMark;
}

/** The same, with the depth of every heading. */
export function withDepths(cuts: readonly (HeadingCut | Body)[]): (HeadingLines | Body)[] {
  const depths = headingDepths(cuts.flatMap((cut) => (cut.kind === 'heading' ? [cut.found] : [])));
  let next = 0;
  return cuts.map((cut) => {
    if (cut.kind !== 'heading') return cut;
    const depth = depths[next] ?? 1;
    next += 1;
    return { kind: 'heading', first: cut.first, last: cut.last, title: cut.found.title, depth };
  });
}
