import { describe, expect, it } from 'vitest';
import { readCells } from '../../scripts/train/cells.ts';
import { weightsOf } from '../../scripts/train/learn.ts';
import { rotated, shareRight } from '../../scripts/train/rotate.ts';
import learnt from '../../src/review/confidence.json' with { type: 'json' };
import { confidenceOf, wholeOf } from '../../src/review/confidence.ts';
import { textOf } from '../house/files.ts';

const cells = readCells(textOf('bench/accuracy/cells.tsv'));
const verdicts = rotated(cells);
const whole = { statements: 100, mean: 1.3 };

describe('the weights', () => {
  it('are those that the training gives', () => {
    expect(learnt.weights).toEqual(weightsOf(cells));
  });

  it('are right about at least 85 % of the verdicts above 0.8, on designs they were not learnt from', () => {
    const sure = shareRight(verdicts, 0.8);
    expect(sure.verdicts).toBeGreaterThanOrEqual(30);
    expect(sure.right).toBeGreaterThanOrEqual(0.85);
  });

  it('promise no more than they keep: the mean confidence is near the share that is right', () => {
    const mean = verdicts.reduce((sum, { confidence }) => sum + confidence, 0) / verdicts.length;
    expect(Math.abs(mean - shareRight(verdicts, 0).right)).toBeLessThan(0.06);
  });
});

describe('the confidence of a verdict', () => {
  it('is a share with two digits', () => {
    const confidence = confidenceOf({ criterion: 'driver', verdict: 'met', margin: 0.9 }, whole);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThan(1);
    expect(confidence).toBe(Math.round(confidence * 100) / 100);
  });

  it("knows a team's own criterion by its verdict alone", () => {
    const own = (criterion: string) => confidenceOf({ criterion, verdict: 'met', margin: 0.9 }, whole);
    expect(own('cost-limit')).toBe(own('another'));
  });

  it('reads a design without verdicts as a usual one', () => {
    expect(wholeOf([], 7)).toEqual({ statements: 7, mean: 1.3 });
  });
});
