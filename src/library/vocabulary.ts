import * as z from 'zod';

/**
 * A phrase is words separated by blanks: `outbox`, `dead letter`, `retr*` (any ending), `write .. publish`
 * (up to four words between), `(at|at-) least once`, and the classes `<number>`, `<duration>`, `<percent>`.
 * Words match the text's lower-cased words or their lemmas; hyphens, underscores and camelCase count as blanks on both sides.
 */
export const Phrase = z.string().min(2).max(300);

/** Names of concepts with the phrases that say them. */
export const Concepts = z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.array(Phrase).min(1));
export type Concepts = z.infer<typeof Concepts>;

/** One alternative list: concept names joined by `|`; any of them satisfies it. */
export const Operand = z.string().regex(/^[a-z0-9-]+( \| [a-z0-9-]+)*$/);

/**
 * Something a statement may say. `says`: concepts that must all occur in the statement itself.
 * `about`: concepts that must occur in the statement or in its context (headings, table header, list lead, sentence before).
 * `after`: concepts that must each be said in one of the three statements before it in the same section (a step, then a step).
 * `without`: concepts that must not occur in the statement.
 * `negated`: whether the words of `says` stand under a negation (`no` unless told otherwise).
 * `in`: the kinds of statement it may be; all unless told otherwise.
 */
export const Pattern = z.strictObject({
  says: z.array(Operand).min(1),
  about: z.array(Operand).default([]),
  after: z.array(Operand).default([]),
  without: z.array(Operand).default([]),
  negated: z.enum(['no', 'yes', 'any']).default('no'),
  in: z.array(z.enum(['heading', 'sentence', 'item', 'row', 'edge', 'code'])).optional(),
});
export type Pattern = z.infer<typeof Pattern>;

/** Front matter of `references/vocabulary.md`: the words that several criteria share. */
export const Vocabulary = z.strictObject({
  title: z.string(),
  description: z.string(),
  /** Concepts any criterion page may name. */
  concepts: Concepts,
  /** Phrases that take a statement out of `stated`. */
  stances: z.strictObject({
    denied: z.array(Phrase),
    hedged: z.array(Phrase),
    deferred: z.array(Phrase),
    rejected: z.array(Phrase),
    advice: z.array(Phrase),
    template: z.array(Phrase),
  }),
  /** Phrases of headings that tell what a section is for. */
  roles: z.strictObject({
    problem: z.array(Phrase),
    alternatives: z.array(Phrase),
    'open-questions': z.array(Phrase),
    future: z.array(Phrase),
    'out-of-scope': z.array(Phrase),
    example: z.array(Phrase),
  }),
  /**
   * Facts about the system as a whole: true when at least `least` statements match one of the patterns, and at least
   * this share of all (0-1) where it is given: what a long design mentions twice, its system need not have.
   */
  facts: z.record(
    z.string(),
    z.strictObject({
      least: z.int().min(1),
      share: z.number().min(0).max(1).default(0),
      any: z.array(Pattern).min(1),
      /** Whether what a design says on a criterion that hangs on it alone proves it. */
      proven: z.boolean().default(false),
    }),
  ),
});
export type Vocabulary = z.infer<typeof Vocabulary>;
