import type { Report } from '../../review/report.ts';
import { markup, type Markup } from './markup.ts';

/** Where in the page a design stands. `prefix` begins its ids, so that several designs share a page; `depth` is its heading's. */
export interface Place {
  readonly prefix: string;
  readonly depth: 1 | 2;
}

export type Anchor = (id: string | number) => string;

/** Ids of a design's criteria, lines and items: they link to each other and must not meet those of another design. */
export function anchors({ prefix }: Place): Readonly<Record<'criterion' | 'line' | 'item' | 'part', Anchor>> {
  return {
    criterion: (id) => `${prefix}criterion-${id}`,
    line: (id) => `${prefix}L${id}`,
    item: (id) => `${prefix}item-${id}`,
    part: (id) => `${prefix}${id}`,
  };
}

/** A heading `below` levels under the design's own. */
export function heading({ depth }: Place, below: number, content: Markup, id?: string): Markup {
  const level = depth + below;
  return id === undefined
    ? markup`<h${level}>${content}</h${level}>`
    : markup`<h${level} id="${id}">${content}</h${level}>`;
}

/** Readiness in words for people. */
export const READINESS: Readonly<Record<Report['readiness'], string>> = {
  ready: 'ready',
  gaps: 'has gaps',
  'not-ready': 'not ready',
  'not-assessed': 'not assessed',
};
