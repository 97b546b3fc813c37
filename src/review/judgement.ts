import * as z from 'zod';
import type { VerdictName } from '../library/criterion.ts';

/** Spelled out, so that the tool can list this schema without building the criterion pages' schemas at start. */
const VERDICTS = ['met', 'partial', 'missing', 'violated', 'na'] as const satisfies readonly VerdictName[];

/** Most judgements of one review, quotes of one judgement, and characters of a text in it. */
export const JUDGEMENT_LIMITS = { judgements: 100, quotes: 5, characters: 2000 } as const;

const Text = z.string().max(JUDGEMENT_LIMITS.characters);

/**
 * What a reader says of one criterion. Each quote must stand in the design, white space apart;
 * `met`, `partial` and `violated` need a quote, `missing` and `na` a reason.
 */
export const Judgement = z.strictObject({
  criterion: Text,
  verdict: z.enum(VERDICTS),
  quotes: z.array(Text).max(JUDGEMENT_LIMITS.quotes).optional(),
  reason: Text.optional(),
});
export type Judgement = z.infer<typeof Judgement>;
