import { scaledTo, type Shares } from './features.ts';
import { addWeights, LEANINGS, type Leaning, type Words } from './words.ts';

/** To which verdicts a design leans on a criterion, each above 0 where more likely than not. */
export type Leans = Readonly<Record<Leaning, number>>;

/** How much more a statement counts than one whose score is 1 lower: e to this power. 0.5 and 1 are no better, rotated. */
const SHARPNESS = 0.7;

/**
 * What the statements of a design say together on a criterion: the sum of their features, the more of each the better its
 * score, scaled to `length`. (Attention in the manner of Bahdanau et al. 2015, with scores that are learnt beforehand.)
 * @param rows nothing for a heading
 * @param size how many places there are
 */
export function gistOf(
  rows: readonly (Shares | undefined)[],
  scores: readonly number[],
  size: number,
  length: number,
): Float64Array {
  const gist = new Float64Array(size);
  const best = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  for (const [at, row] of rows.entries())
    if (row !== undefined) add(gist, row, Math.exp(SHARPNESS * ((scores[at] ?? 0) - best)));
  return scaledTo(length, gist);
}

function add(gist: Float64Array, { places, values }: Shares, counts: number): void {
  for (let at = 0; at < values.length; at += 1) {
    const place = places[at] ?? 0;
    gist[place] = (gist[place] ?? 0) + counts * (values[at] ?? 0);
  }
}

/** @param criterion its place among those of the words */
export function leansOf(gist: Float64Array, { numbers, leans }: Words, criterion: number): Leans {
  const first = criterion * LEANINGS.length;
  const sums = Float64Array.from(leans.bias.slice(first, first + LEANINGS.length));
  for (let place = 0; place < gist.length; place += 1)
    addWeights(sums, leans.unit * (gist[place] ?? 0), numbers[place], leans.from + first);
  const [met = 0, said = 0, na = 0, violated = 0] = sums;
  return { met, said, na, violated };
}
