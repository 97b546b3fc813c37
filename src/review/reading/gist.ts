import { scaled, type Shares } from './features.ts';
import { addRow, softmax, type Layer } from './layer.ts';

/** What a design as a whole may lean to; what is `said` is `met` or `partial`. */
export const LEANINGS = ['met', 'said', 'na', 'violated'] as const;
export type Leaning = (typeof LEANINGS)[number];

/** To which verdicts a design leans on a criterion, each above 0 where more likely than not. */
export type Leans = Readonly<Record<Leaning, number>>;

/** How much more a statement counts than one whose score is 1 lower: e to this power. 0.5 and 1 are no better, rotated. */
const SHARPNESS = 0.7;

/**
 * What the statements of a design say together on a criterion: the sum of their features, the more of each the better its
 * score, scaled to one length. (Attention in the manner of Bahdanau et al. 2015, with scores that are learnt beforehand.)
 * @param rows nothing for a heading
 * @param size how many places there are
 */
export function gistOf(rows: readonly (Shares | undefined)[], scores: readonly number[], size: number): Float64Array {
  const gist = new Float64Array(size);
  const sharp = new Float64Array(rows.length).fill(-Infinity);
  for (const [at, row] of rows.entries()) if (row !== undefined) sharp[at] = SHARPNESS * (scores[at] ?? 0);
  const counts = softmax(sharp);
  for (const [at, row] of rows.entries()) if (row !== undefined) add(gist, row, counts[at] ?? 0);
  return scaled(gist);
}

function add(gist: Float64Array, { places, values }: Shares, counts: number): void {
  for (let at = 0; at < values.length; at += 1) {
    const place = places[at] ?? 0;
    gist[place] = (gist[place] ?? 0) + counts * (values[at] ?? 0);
  }
}

/**
 * @param layer a row for each feature, in it the {@link LEANINGS} of each criterion behind each other
 * @param criterion its place
 */
export function leansOf(gist: Float64Array, { rows, bias }: Layer, criterion: number): Leans {
  const first = criterion * LEANINGS.length;
  const sums = bias.slice(first, first + LEANINGS.length);
  for (let place = 0; place < gist.length; place += 1) {
    const value = gist[place] ?? 0;
    if (value !== 0) addRow(sums, value, rows, place * bias.length + first);
  }
  const [met = 0, said = 0, na = 0, violated = 0] = sums;
  return { met, said, na, violated };
}
