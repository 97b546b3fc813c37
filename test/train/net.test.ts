import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/review/reading/layer.ts';
import { scoresOf, type Net } from '../../src/review/reading/net.ts';
import { Adam } from '../../scripts/train/adam.ts';
import { normals, randomFrom, shuffled } from '../../scripts/train/random.ts';
import { addSlopes, CITED_COUNTS, type Lesson } from '../../scripts/train/slopes.ts';

const [WIDTH, FEATURES, CRITERIA] = [3, 5, 2];

const netFrom = (seed: number): Net => {
  const random = randomFrom(seed);
  const layer = (rows: number, sums: number): Layer => ({
    rows: normals(rows * WIDTH, 1, random),
    bias: normals(sums, 0.5, random),
  });
  return { features: layer(FEATURES, WIDTH), cited: layer(CRITERIA, CRITERIA) };
};

const arraysOf = ({ features, cited }: Net) => [features, cited].flatMap(({ rows, bias }) => [rows, bias]);

const lesson: Lesson = {
  shares: { places: [1, 2, 4], values: Float64Array.of(0.7, -0.4, 1.2) },
  cited: new Set([1]),
};
const WORTH = 0.3;

/** What the slopes are the slopes of. */
function errorOf(net: Net): number {
  return scoresOf(lesson.shares, net).reduce((error, score, criterion) => {
    const isCited = lesson.cited.has(criterion);
    return error + WORTH * (isCited ? CITED_COUNTS : 1) * Math.log1p(Math.exp(isCited ? -score : score));
  }, 0);
}

describe('the slopes of a net', () => {
  it('say how the error grows with each weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        const net = netFrom(seed);
        const slopes = netFrom(seed);
        for (const array of arraysOf(slopes)) array.fill(0);
        addSlopes(slopes, net, lesson, WORTH, { words: 0, units: 0, random: randomFrom(1) });
        const told = arraysOf(slopes);
        for (const [layer, weights] of arraysOf(net).entries())
          for (const [at, weight] of weights.entries()) {
            const errorAt = (change: number) => {
              weights[at] = weight + change;
              return errorOf(net);
            };
            const slope = (errorAt(1e-5) - errorAt(-1e-5)) / 2e-5;
            weights[at] = weight;
            expect(told[layer]?.[at]).toBeCloseTo(slope, 4);
          }
      }),
      { numRuns: 20 },
    );
  });
});

describe('the descent', () => {
  it('comes to the bottom of a bowl', () => {
    const weights = Float64Array.of(5, -3);
    const slopes = [new Float64Array(2)];
    const adam = new Adam([weights], 400, { rate: 0.1, decay: 0, longest: 5 });
    for (let step = 0; step < 400; step += 1) {
      for (const [at, weight] of weights.entries()) slopes[0]?.fill(2 * (weight - at), at, at + 1);
      adam.descend(slopes);
    }
    expect(weights[0]).toBeCloseTo(0, 1);
    expect(weights[1]).toBeCloseTo(1, 1);
  });
});

describe('chance', () => {
  it('is the same on every run, from 0 to 1, and orders without losing any', () => {
    const random = randomFrom(7);
    const many = Array.from({ length: 1000 }, random);
    expect(many).toEqual(Array.from({ length: 1000 }, randomFrom(7)));
    expect(many.every((one) => one >= 0 && one < 1)).toBe(true);
    expect(many.reduce((sum, one) => sum + one, 0) / 1000).toBeCloseTo(0.5, 1);
    const order = shuffled(many, random);
    expect(order).not.toEqual(many);
    expect(new Set(order)).toEqual(new Set(many));
  });
});
