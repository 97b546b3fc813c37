import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCells, writeCells, type Labelled } from '../../scripts/train/cells.ts';
import { minimise } from '../../scripts/train/lbfgs.ts';
import { kappa } from '../../scripts/train/rotate.ts';
import {
  keepWords,
  learnCited,
  learnLeans,
  lexiconOf,
  rowsFor,
  sharesOfAll,
  type Read,
} from '../../scripts/train/words.ts';
import { VERDICTS, type VerdictName } from '../../src/library/criterion.ts';
import { featuresOfCells } from '../../src/review/reading/cell.ts';
import { chancesOf } from '../../src/review/reading/chances.ts';
import { HEADING } from '../../src/review/reading/scores.ts';
import { learnVerdicts } from '../../scripts/train/verdicts.ts';

describe('the minimum', () => {
  it('of a bowl is its centre, however stretched it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 200 })), {
          minLength: 1,
          maxLength: 6,
        }),
        (bowl) => {
          const height = (x: Float64Array) =>
            bowl.reduce((sum, [centre, steep], at) => sum + steep * ((x[at] ?? 0) - centre) ** 2, 0);
          const found = minimise((x, slope) => {
            for (const [at, [centre, steep]] of bowl.entries()) slope[at] = 2 * steep * ((x[at] ?? 0) - centre);
            return height(x);
          }, bowl.length);
          expect(height(found)).toBeLessThanOrEqual(1e-5 * height(new Float64Array(bowl.length)));
        },
      ),
    );
  });
});

/** Statements of ten designs; those that say `retry` are cited for one criterion, every second says `often`, one is a heading. */
const MANY = 1800;
const statements: Read[] = Array.from({ length: MANY }, (_, at) => {
  const says = at % 6 === 0;
  const words = [...(says ? ['retry'] : ['cell']), ...(at % 2 === 0 ? ['often'] : []), 'the'];
  return {
    design: at % 10,
    features: new Map(words.map((word) => [word, 1])),
    cited: new Set(says ? ['retry-policy'] : []),
    heading: at === MANY - 1,
  };
});

describe('words', () => {
  const lexicon = lexiconOf(statements);
  const shares = sharesOfAll(statements, lexicon);
  const rows = rowsFor(shares, lexicon.size);
  const { weights, apart } = learnCited('retry-policy', statements, rows);
  const kept = keepWords(lexicon, [{ criterion: 'retry-policy', cited: weights, leans: [] }]);
  const weightOf = (word: string) => kept.features[word]?.[1] ?? 0;

  it('that are cited weigh for it, those that are not against it, and the others little', () => {
    expect(weightOf('retry')).toBeGreaterThan(5);
    expect(weightOf('cell')).toBeLessThan(0);
    expect(Math.abs(weightOf('often'))).toBeLessThan(weightOf('retry') / 3);
  });

  it('are as rare as they are, and those of few statements are left out', () => {
    expect(lexicon.get('retry')?.rarity).toBeGreaterThan(lexicon.get('often')?.rarity ?? 0);
    expect(lexiconOf(statements.slice(0, 20)).size).toBe(0);
  });

  it('score each statement without its own design, and a heading not at all', () => {
    expect(apart.every((score, at) => at === MANY - 1 || score > 0 === statements[at]?.cited.has('retry-policy'))).toBe(
      true,
    );
    expect(apart[MANY - 1]).toBe(HEADING);
  });

  it('are learnt alike each time', () => {
    expect(learnCited('retry-policy', statements, rows)).toEqual({ weights, apart });
  });

  it('tell together to what a design leans: half of these retry often, and are `met`', () => {
    const design = (says: string) => ({
      shares: sharesOfAll(
        ['retry', says, 'cell'].map((word) => ({
          design: 0,
          features: new Map([[word, 1]]),
          cited: new Set<string>(),
          heading: false,
        })),
        lexicon,
      ),
      scores: [1, 1, -4],
    });
    const labels = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 'met' : 'missing') as VerdictName);
    const [met, said] = learnLeans(
      labels.map((label) => design(label === 'met' ? 'often' : 'the')),
      labels,
      lexicon.size,
    );
    for (const [at, label] of labels.entries()) {
      expect((met?.apart[at] ?? 0) > 0).toBe(label === 'met');
      expect((said?.apart[at] ?? 0) > 0).toBe(label === 'met');
    }
  });
});

/** Designs on which a page's `met` is right where the words agree. */
const cells: Labelled[] = Array.from({ length: 60 }, (_, at) => {
  const good = at % 3 === 0;
  return {
    set: 'kept',
    design: `d${at}`,
    statements: 100,
    label: good ? 'met' : 'missing',
    near: { found: good, accused: false },
    cell: {
      criterion: 'stuck',
      page: 'met',
      strength: { met: 1, partial: 0, violated: 0 },
      words: good ? { best: 2, second: 1, next: 0, all: 3 } : { best: -3, second: -4, next: -4, all: -2 },
      leans: { met: 0, said: 0.25, na: -3, violated: -4 },
    },
  };
});

describe('verdicts', () => {
  it('follow the words where the page cannot tell', () => {
    const examples = cells.map((one) => ({ ...one, features: featuresOfCells([one.cell], 100)[0] ?? [] }));
    const weights = learnVerdicts(examples);
    for (const { features, label } of examples) {
      const chances = chancesOf(features, weights);
      expect(VERDICTS.reduce((sum, verdict) => sum + chances[verdict], 0)).toBeCloseTo(1);
      expect(chances[label]).toBeGreaterThan(0.8);
    }
  });

  it('are read from the table as they were written', () => {
    expect(readCells(writeCells(cells))).toEqual(cells);
  });
});

describe('kappa', () => {
  it('is 1 where all agree, 0 where one verdict is given to all, and leaves out what does not apply', () => {
    expect(
      kappa([
        ['met', 'met'],
        ['missing', 'missing'],
        ['na', 'met'],
      ]),
    ).toBe(1);
    expect(
      kappa([
        ['met', 'partial'],
        ['missing', 'partial'],
        ['partial', 'partial'],
      ]),
    ).toBeCloseTo(0);
    expect(
      kappa([
        ['met', 'violated'],
        ['violated', 'met'],
      ]),
    ).toBe(-1);
  });
});
