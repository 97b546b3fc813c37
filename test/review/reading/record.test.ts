import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examplesOf, readCells } from '../../../scripts/train/cells.ts';
import { keptFrom } from '../../../scripts/train/learn.ts';
import { figures, kappa, rotated, shareNear, shareRight } from '../../../scripts/train/rotate.ts';
import type { VerdictName } from '../../../src/library/criterion.ts';
import verdicts from '../../../src/review/reading/verdicts.json' with { type: 'json' };
import { LEANINGS } from '../../../src/review/reading/gist.ts';
import { loadWords } from '../../../src/review/reading/words.ts';
import words from '../../../src/review/reading/words.json' with { type: 'json' };
import { textOf } from '../../house/files.ts';
import { criteria, vocabulary } from '../knowledge.ts';

const cells = readCells(textOf('bench/accuracy/cells.tsv'));
const judged = rotated(examplesOf(cells));

describe('the weights of verdicts', () => {
  it('are those that the training gives', () => {
    expect(verdicts).toEqual(keptFrom(cells));
  });

  it('are right more often than the pages alone, on designs that they were not learnt from', () => {
    const right = judged.filter(({ verdict, label }) => verdict === label).length;
    const byPage = judged.filter(({ page, label }) => page === label).length;
    expect(right / judged.length).toBeGreaterThanOrEqual(0.6);
    expect(right - byPage).toBeGreaterThan(0.02 * judged.length);
    expect(kappa(judged.map(({ label, verdict }) => [label, verdict]))).toBeGreaterThan(
      kappa(judged.map(({ label, page }) => [label, page])) + 0.05,
    );
  });

  it('cite a place near one that readers cite in at least 80 % of the cells where both cite', () => {
    const { verdicts: both, near } = shareNear(judged);
    expect(both).toBeGreaterThan(3000);
    expect(near).toBeGreaterThanOrEqual(0.8);
  });

  it('are right about at least 85 % of the verdicts above 0.8', () => {
    const sure = shareRight(judged, 0.8);
    expect(sure.verdicts).toBeGreaterThanOrEqual(300);
    expect(sure.right).toBeGreaterThanOrEqual(0.85);
  });

  it('promise no more than they keep: the mean confidence is near the share that is right', () => {
    const mean = judged.reduce((sum, { confidence }) => sum + confidence, 0) / judged.length;
    expect(Math.abs(mean - shareRight(judged, 0).right)).toBeLessThan(0.06);
  });
});

describe('the words', () => {
  const known = new Set([
    ...Object.keys(vocabulary.concepts),
    ...criteria.flatMap(({ matter }) => Object.keys(matter.concepts).map((name) => `${matter.id}/${name}`)),
  ]);

  it('were learnt for criteria that there are; one that is new is judged by its page until it has labels', () => {
    const ids = new Set(criteria.map(({ matter }) => matter.id));
    expect(words.criteria.filter((id) => !ids.has(id))).toEqual([]);
    const { net, leans, names } = loadWords();
    const width = net.features.bias.length;
    const [cited, leanings] = [words.criteria.length, words.criteria.length * LEANINGS.length];
    expect([net.cited.bias.length, net.cited.rows.length]).toEqual([cited, cited * width]);
    expect(net.features.rows).toHaveLength(names.length * width);
    expect([leans.bias.length, leans.rows.length]).toEqual([leanings, names.length * leanings]);
  });

  it('name only concepts that there are: after a change to a page they are learnt anew', () => {
    const named = Object.keys(words.lexicon).flatMap((name) => /^(?:says|under) (.+)$/.exec(name)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((name) => !known.has(name) && !name.startsWith('mark-'))).toEqual([]);
  });
});

describe('the record', () => {
  it('has every design of which there are labels, each with its source, and every criterion', () => {
    const designs = new Set(cells.filter(({ set }) => set !== 'seen').map(({ design }) => design));
    const labelled = readdirSync('bench/accuracy/labels').map((file) => file.replace('.json', ''));
    const [, ...sources] = textOf('bench/accuracy/designs.tsv').trimEnd().split('\n');
    expect([...designs].toSorted()).toEqual(labelled.toSorted());
    expect(sources.map((line) => line.split('\t')[0] ?? '').toSorted()).toEqual(labelled.toSorted());
    const seen = new Set(cells.filter(({ set }) => set === 'seen').map(({ design }) => design));
    expect(cells).toHaveLength((designs.size + seen.size) * words.criteria.length);
  });

  it('comes to the figures that stand beside it', () => {
    expect(textOf('bench/accuracy/figures.txt')).toBe(`${figures(judged).join('\n')}\n`);
  });

  it('is of labels that a second reading, made without sight of the first, mostly shares', () => {
    const pairs = readdirSync('bench/accuracy/second').flatMap((file) => {
      const name = file.replace('.json', '');
      const [first, second] = [verdictsIn(name), verdictsIn(name, 'second')];
      return Object.entries(first).map(([id, { verdict }]) => [verdict, second[id]?.verdict ?? verdict] as const);
    });
    expect(pairs).toHaveLength(23 * words.criteria.length);
    expect(pairs.filter(([a, b]) => a === b).length / pairs.length).toBeCloseTo(0.9, 1);
    expect(kappa(pairs)).toBeCloseTo(0.91, 2);
  });

  it('has the verdicts of the labels', () => {
    const labels = new Map<string, Labels>();
    for (const { set, design, cell, label } of cells) {
      if (set === 'seen') continue;
      const own = labels.get(design) ?? verdictsIn(design);
      labels.set(design, own);
      expect(own[cell.criterion]?.verdict, `${design} ${cell.criterion}`).toBe(label);
    }
  });
});

type Labels = Readonly<Record<string, { readonly verdict: VerdictName }>>;

function verdictsIn(design: string, folder = 'labels'): Labels {
  return (JSON.parse(textOf(`bench/accuracy/${folder}/${design}.json`)) as { verdicts: Labels }).verdicts;
}
