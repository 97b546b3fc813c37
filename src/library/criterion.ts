import * as z from 'zod';
import { Concepts, Pattern } from './vocabulary.ts';

export const ITEMS = {
  justified: 'Distribution has a reason',
  ownership: 'Data has owners, boundaries have contracts',
  idempotency: 'Repeats, replays and retries are safe',
  ordering: 'Order is stated where it matters',
  consistency: 'Consistency and undo fit the risk',
  detection: 'Stuck, doubled and diverging work is seen',
} as const;

export const Item = z.enum(Object.keys(ITEMS) as [keyof typeof ITEMS]);
export type Item = z.infer<typeof Item>;

export const VERDICTS = ['met', 'partial', 'missing', 'violated', 'na'] as const;
export const VerdictName = z.enum(VERDICTS);
export type VerdictName = z.infer<typeof VerdictName>;

export const Severity = z.enum(['blocker', 'major', 'minor']);

/**
 * What a statement contributes to a criterion.
 * `met`: a mechanism, rule, number or reasoned choice. `partial`: a mention or an intent. `violated`: the opposite.
 */
export const Signal = Pattern.extend({
  grade: z.enum(['met', 'partial', 'violated']),
  /** Completes "this line ...": `names the key that recognises a repeat`. */
  why: z.string().min(8).max(120),
  /** How much one matching statement counts towards its grade's bar, 0-1. Default 1 for met and violated, 0.5 for partial. */
  weight: z.number().min(0).max(1).optional(),
  /** Stances that count in full here although they are not plain statements: `rejected` for weighed alternatives. */
  stances: z.array(z.enum(['hedged', 'deferred', 'rejected', 'asked', 'advice'])).default([]),
  /** Which part of the criterion it serves, where the criterion needs several different parts to be met. */
  part: z.string().optional(),
});
export type Signal = z.infer<typeof Signal>;

/** Front matter of `references/criteria/<id>.md`. `id` equals the file's name. */
export const CriterionMatter = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().max(90),
  description: z.string().max(200),
  item: Item,
  severity: Severity,
  /** Share of the item's score, 1-5. */
  weight: z.int().min(1).max(5),
  /** What a reviewer asks of the design. */
  question: z.string(),
  /** What a met criterion looks like, one sentence. */
  expected: z.string(),
  /** What to write when it is not met, one sentence in the imperative. */
  advice: z.string(),
  /** Facts (of the vocabulary) all of which the system must have; otherwise the verdict is `na` when nothing is said. */
  applies: z.array(z.string()).default([]),
  /** Another criterion about the same things: where there is nothing to judge by that one, there is not by this one, and else there is. */
  appliesWith: z.string().optional(),
  /** What silence means where the criterion applies: `na` for a topic that need not arise at all. */
  silence: z.enum(['missing', 'na']).default('missing'),
  /** What it takes to be met: summed weight of met signals, and how many different parts. */
  bar: z
    .strictObject({
      met: z.number().min(0.1).max(10).default(1),
      partial: z.number().min(0.1).max(10).default(0.5),
      violated: z.number().min(0.1).max(10).default(1),
      /** Met strength from which a remedy elsewhere takes an accusation back; without it nothing does. */
      remedy: z.number().min(0.1).max(10).optional(),
      parts: z.int().min(1).max(5).default(1),
    })
    .prefault({}),
  concepts: Concepts.default({}),
  signals: z.array(Signal).min(1),
});
export type CriterionMatter = z.infer<typeof CriterionMatter>;
