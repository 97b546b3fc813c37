import type { Report } from '../review/report.ts';
import type { Paint } from './paint.ts';
import type { Rule } from './rules.ts';

/** A reviewed design: its report and the text that the report's lines are counted in. */
export interface Reviewed {
  readonly report: Report;
  readonly text: string;
}

/** What a format may use beside the reports. */
export interface Context {
  /** Colours words where the reader has a terminal. */
  readonly paint: Paint;
  /** Whether several designs were asked for, be it that only one was found: a list is then printed as a list. */
  readonly several: boolean;
  /** Every criterion, in the order of the report. Read from disk when asked for, since most formats need none. */
  readonly rules: () => Promise<readonly Rule[]>;
}

/** An output format: the same reports and rules give the same bytes. `reviews` holds at least one. */
export type Format = (reviews: readonly Reviewed[], context: Context) => string | Promise<string>;
