import * as z from 'zod';
import { Item, Severity, VerdictName } from '../library/criterion.ts';

const Line = z.int().min(1);

export const Evidence = z.strictObject({ line: Line, endLine: Line, quote: z.string(), why: z.string() });
export type Evidence = z.infer<typeof Evidence>;

/** Why an unmet criterion is accepted. Dates are ISO (`2027-03-31`), the last day included. */
export const Waiver = z.strictObject({
  reason: z.string().min(1),
  by: z.string().optional(),
  until: z.iso.date().optional(),
});
export type Waiver = z.infer<typeof Waiver>;

/** A verdict that differs from the one in an earlier report; `was` and `is` are verdicts. */
export const Change = z.strictObject({ criterion: z.string(), was: VerdictName, is: VerdictName });
export type Change = z.infer<typeof Change>;

export const Verdict = z.strictObject({
  criterion: z.string(),
  item: Item,
  verdict: VerdictName,
  severity: Severity,
  source: z.enum(['text', 'model', 'judgement']),
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  expected: z.string(),
  advice: z.string(),
  /** Name of the page that explains the criterion, as `read_guidance` takes it. */
  page: z.string(),
  waiver: Waiver.optional(),
  /** What the text engine had said, where a judgement or the model replaced it. */
  engine: z
    .strictObject({ verdict: VerdictName, confidence: z.number().min(0).max(1), evidence: z.array(Evidence) })
    .optional(),
});
export type Verdict = z.infer<typeof Verdict>;

/** A remark on the review itself; `line` is the place in the design that it is about. */
export const Notice = z.strictObject({
  line: Line.optional(),
  message: z.string(),
  /** Where it is about a waiver that waives nothing: of which criterion, and whether its last day is over. */
  waiver: z.strictObject({ criterion: z.string(), expired: z.boolean() }).optional(),
});
export type Notice = z.infer<typeof Notice>;

export const Readiness = z.enum(['ready', 'gaps', 'not-ready', 'not-assessed']);
export type Readiness = z.infer<typeof Readiness>;

const Score = z.int().min(0).max(100);

/** The answer of a review, as ARCHITECTURE's report contract has it. Lines are 1-based; scores are 0-100. */
export const Report = z.strictObject({
  faultline: z.string(),
  design: z.strictObject({
    name: z.string(),
    sha256: z.string(),
    lines: z.int().min(0),
    /** Where a folder was reviewed as one design: its files, each with the line of the whole on which it begins. */
    files: z.array(z.strictObject({ name: z.string(), line: Line })).optional(),
  }),
  skill: z.string(),
  score: Score,
  readiness: Readiness,
  items: z.array(z.strictObject({ item: Item, title: z.string(), score: Score })),
  verdicts: z.array(Verdict),
  questions: z.array(
    z.strictObject({
      criterion: z.string(),
      question: z.string(),
      candidates: z.array(z.strictObject({ line: Line, quote: z.string() })),
      /** What each verdict means here, in the words of the criterion's page. */
      definitions: z.partialRecord(VerdictName, z.string()).optional(),
    }),
  ),
  next: z.array(z.string()).max(5),
  /** What changed since the report given as baseline: unmet verdicts that are gone, new, or still there (their number). */
  changes: z
    .strictObject({
      fixed: z.array(Change),
      new: z.array(Change),
      unchanged: z.int().min(0),
      score: z.strictObject({ was: Score, is: Score }),
    })
    .optional(),
  /**
   * What a reader must know about the review itself: parts read as plain lines, waivers that waive nothing (unused,
   * expired, unknown), and judgements that are refused or opposed by the text.
   */
  notices: z.array(Notice).optional(),
});
export type Report = z.infer<typeof Report>;
