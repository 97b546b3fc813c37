import type { Mode } from './parts.ts';
import type { StatementKind } from './types.ts';

/** A stretch of text that will be one or more statements, before its words are read. */
export interface Draft {
  /** `lead` says nothing by itself: it is only context of others. */
  readonly kind: StatementKind | 'lead';
  readonly mode: Mode;
  /** One statement, however many sentences it holds. */
  readonly whole: boolean;
  readonly text: string;
  /** Offset of the text in the source, if it is a slice of it. */
  readonly offset: number;
  /** What to quote where the text is not a slice of the source, with its line. */
  readonly quoted?: { readonly line: number; readonly quote: string };
  readonly section: number;
  /** Index of the draft of a bold line that stands as a heading above, within the section. */
  readonly under: number | undefined;
  /** Indices of the drafts whose last sentence leads into this one, outermost first. */
  readonly leads: readonly number[];
}
