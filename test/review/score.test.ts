import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../src/library/criterion.ts';
import { nextSteps, readinessOf, scoreAll, scoreItems } from '../../src/review/score.ts';
import { verdict } from './reports.ts';

const weights = new Map([
  ['a', 1],
  ['b', 3],
]);

describe('scoreAll', () => {
  it('is the weighted mean of what the verdicts earn', () => {
    expect(scoreAll([verdict({ criterion: 'a' }), verdict({ criterion: 'b', verdict: 'missing' })], weights)).toBe(25);
    expect(scoreAll([verdict({ criterion: 'a' }), verdict({ criterion: 'b', verdict: 'partial' })], weights)).toBe(63);
  });

  it('leaves na out of the sum', () => {
    expect(scoreAll([verdict({ criterion: 'a' }), verdict({ criterion: 'b', verdict: 'na' })], weights)).toBe(100);
  });

  it('lies from 0 to 100 and never falls when a verdict improves', () => {
    const ladder = ['missing', 'partial', 'met'] as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VERDICTS)), fc.constantFrom(0, 1), (names, step) => {
        const others = names.map((name) => verdict({ criterion: 'b', verdict: name }));
        const [lower, higher] = [ladder[step], ladder[step + 1]].map((name) =>
          scoreAll([...others, verdict({ criterion: 'a', verdict: name ?? 'met' })], weights),
        );
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(higher).toBeLessThanOrEqual(100);
        expect(higher).toBeGreaterThanOrEqual(lower ?? 0);
      }),
    );
  });
});

describe('scoreItems', () => {
  it('gives the six items in the order of the checklist', () => {
    const items = scoreItems([verdict({ item: 'ordering', verdict: 'missing' })], weights);
    expect(items.map(({ item }) => item)).toEqual([
      'justified',
      'ownership',
      'idempotency',
      'ordering',
      'consistency',
      'detection',
    ]);
    expect(items.find(({ item }) => item === 'ordering')?.score).toBe(0);
  });
});

describe('readinessOf', () => {
  it.each([
    ['missing', 'blocker', 'not-ready'],
    ['violated', 'blocker', 'not-ready'],
    ['partial', 'blocker', 'gaps'],
    ['missing', 'major', 'gaps'],
    ['violated', 'minor', 'gaps'],
    ['met', 'blocker', 'ready'],
    ['na', 'blocker', 'ready'],
  ] as const)('a %s %s is %s', (name, severity, readiness) => {
    expect(readinessOf([verdict({ verdict: name, severity })])).toBe(readiness);
  });
});

describe('nextSteps', () => {
  it('puts a violated blocker before a missing one and leaves out what is met', () => {
    const steps = nextSteps(
      [
        verdict({ advice: 'met', severity: 'blocker' }),
        verdict({ advice: 'second', verdict: 'missing', severity: 'blocker' }),
        verdict({ advice: 'first', verdict: 'violated', severity: 'blocker' }),
        verdict({ advice: 'third', verdict: 'partial', severity: 'minor' }),
      ],
      weights,
    );
    expect(steps).toEqual(['first', 'second', 'third']);
  });

  it('names five at most', () => {
    expect(nextSteps(Array(9).fill(verdict({ verdict: 'missing' })), weights)).toHaveLength(5);
  });
});
