import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCells, writeCells, type Labelled } from '../../scripts/train/cells.ts';
import { minimise } from '../../scripts/train/lbfgs.ts';
import { kappa } from '../../scripts/train/rotate.ts';
import { learnLeans, learnWords, lexiconOf, type Read } from '../../scripts/train/words.ts';
import { VERDICTS, type VerdictName } from '../../src/library/criterion.ts';
import { featuresOfCells } from '../../src/review/reading/cell.ts';
import { chancesOf } from '../../src/review/reading/chances.ts';
import { sharesOf } from '../../src/review/reading/features.ts';
import { gistOf, leansOf } from '../../src/review/reading/gist.ts';
import { scoresOf } from '../../src/review/reading/net.ts';
import { HEADING } from '../../src/review/reading/scores.ts';
import { readWords } from '../../src/review/reading/words.ts';
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

/** Designs in which some statement says `retry`, is cited, and half of the time says also how `often`; then it is `met`. */
const isMet = (design: number): boolean => design % 2 === 0;
const designs = Array.from({ length: 480 }, (_, design): Read[] => {
  const says = (words: readonly string[], isCited = false, heading = false): Read => ({
    features: new Map(words.map((word) => [word, 1])),
    cited: new Set(isCited ? ['retry-policy'] : []),
    heading,
  });
  return [
    says(['the'], false, true),
    ...Array.from({ length: 8 }, () => says(['the', 'cell'])),
    says(['the', 'retry', isMet(design) ? 'often' : 'seldom', ...(design === 0 ? ['once'] : [])], true),
  ];
});

describe('words', () => {
  const lexicon = lexiconOf(designs.flat());
  const learnt = learnWords(designs, ['retry-policy'], () =>
    designs.map((_, design) => (isMet(design) ? 'met' : 'partial')),
  );

  it('are as rare as they are, and those of few statements are left out', () => {
    expect(lexicon.get('retry')?.rarity).toBeGreaterThan(lexicon.get('cell')?.rarity ?? 0);
    expect([...lexicon.keys()]).toEqual(['cell', 'often', 'retry', 'seldom', 'the']);
  });

  it('tell apart what readers cite, in a design from which nothing was learnt; a heading has no score', () => {
    for (const readings of learnt.apart) {
      const [heading, ...scores] = readings.get('retry-policy')?.scores ?? [];
      expect(heading).toBe(HEADING);
      expect(scores.indexOf(Math.max(...scores))).toBe(8);
    }
  });

  it('are kept in bytes that come to the same', () => {
    const { net, leans, names } = readWords(learnt.words);
    expect(names).toEqual([...lexicon.keys()]);
    const [first] = designs;
    const rows = first?.slice(1).map(({ features }) => sharesOf(features, lexicon)) ?? [];
    const scores = rows.map((row) => scoresOf(row, net)[0] ?? 0);
    expect(scores.indexOf(Math.max(...scores))).toBe(8);
    expect(leansOf(gistOf(rows, scores, lexicon.size), leans, 0).said).toBeGreaterThan(0);
  });

  it('tell together to what a design leans: those that retry often are `met`', () => {
    const lean = (says: string) => ({
      rows: ['retry', says, 'cell'].map((word) => sharesOf(new Map([[word, 1]]), lexicon)),
      scores: [1, 1, -4],
    });
    const labels = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 'met' : 'missing') as VerdictName);
    const [met, said] = learnLeans(
      labels.map((label) => lean(label === 'met' ? 'often' : 'seldom')),
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
