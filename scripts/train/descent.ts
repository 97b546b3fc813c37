import type { Layer } from '../../src/review/reading/layer.ts';
import type { Net } from '../../src/review/reading/net.ts';
import { Adam } from './adam.ts';
import { normals, randomFrom, shuffled, type Random } from './random.ts';
import { addSlopes, CITED_COUNTS, type Lesson } from './slopes.ts';

// These were found with a net that had to tell verdicts as well; that part is gone, since what is cited is told as well
// without it (the area under the curve is 0.86 either way, six-fold).

/** How many hidden units: half as many tell less, twice as many hardly more. */
const WIDTH = 64;
/** How often every design is looked at, and how many of them at each step. */
const ROUNDS = 14;
const AT_ONCE = 12;
/** With twice as much decay less is told, and with none. */
const PACE = { rate: 0.006, decay: 0.3, longest: 5 };
/** Twice as much of either tells less. */
const FORGOTTEN = { words: 0.1, units: 0.15 };
/** What all statements of a step count. */
const STEP = 4;
const SEED = 1;

/** How large the weights are at first; a statement is seldom cited. */
const FIRST = { features: 0.3, cited: 0.07, seldom: -3 };

/** A net that is learnt from designs. @param features how many the lexicon has */
export function learnNet(designs: readonly (readonly Lesson[])[], features: number, criteria: number): Net {
  const random = randomFrom(SEED);
  const forget = { ...FORGOTTEN, random };
  const net = firstNet(features, criteria, random);
  const slopes = { features: emptyLike(net.features), cited: emptyLike(net.cited) };
  const adam = new Adam(weightsOf(net), ROUNDS * Math.ceil(designs.length / AT_ONCE), PACE);
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = shuffled(designs, random);
    for (let from = 0; from < order.length; from += AT_ONCE) {
      const lessons = order.slice(from, from + AT_ONCE).flat();
      const worth = STEP / countOf(lessons, criteria);
      for (const lesson of lessons) addSlopes(slopes, net, lesson, worth, forget);
      adam.descend(weightsOf(slopes));
    }
  }
  return net;
}

function firstNet(features: number, criteria: number, random: Random): Net {
  const normal = (rows: number, deviation: number) => normals(rows * WIDTH, deviation, random);
  return {
    features: { rows: normal(features, FIRST.features), bias: new Float64Array(WIDTH) },
    cited: { rows: normal(criteria, FIRST.cited), bias: new Float64Array(criteria).fill(FIRST.seldom) },
  };
}

function emptyLike({ rows, bias }: Layer): Layer {
  return { rows: new Float64Array(rows.length), bias: new Float64Array(bias.length) };
}

function weightsOf({ features, cited }: Net): Float64Array[] {
  return [features, cited].flatMap(({ rows, bias }) => [rows, bias]);
}

/** How much some statements count for all criteria. */
function countOf(lessons: readonly Lesson[], criteria: number): number {
  const cited = lessons.reduce((sum, one) => sum + one.cited.size, 0);
  return lessons.length * criteria + (CITED_COUNTS - 1) * cited || 1;
}
