import * as z from 'zod';
import { RULE_SEVERITIES } from '../library/rule.ts';
import { Report } from '../review/report.ts';

/** Where something stands; without a line it is about the whole file. */
const Place = { file: z.string(), line: z.int().min(1).optional() };

/** A rule of the model that finds its fault. */
const Finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(RULE_SEVERITIES),
  title: z.string(),
  at: z.string(),
  message: z.string(),
  repair: z.string(),
  ...Place,
});
export type Finding = z.infer<typeof Finding>;

/** A property that a few failures violate. */
const Failure = z.strictObject({
  property: z.string(),
  part: z.string(),
  /** What it means for the design. */
  say: z.string(),
  faults: z.int().min(0),
  ...Place,
});
export type Failure = z.infer<typeof Failure>;

/** All that is found of one design; it hangs on its files and the settings alone, so that it can be kept. */
export const Checked = z.strictObject({
  name: z.string(),
  report: Report,
  /** Whether somebody wrote a model of it. */
  modelled: z.boolean(),
  /** Parts that were explored. */
  parts: z.int().min(0),
  findings: z.array(Finding),
  failures: z.array(Failure),
});
export type Checked = z.infer<typeof Checked>;

/** A design of a repository with the model that stands beside it. */
export interface Unit {
  /** Relative to the working directory, with `/`. */
  readonly name: string;
  readonly text: string;
  /** `NAME.model.yaml` beside `NAME.md`. */
  readonly model?: { readonly name: string; readonly text: string };
}
