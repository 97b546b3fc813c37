import { describe, expect, test } from 'vitest';
import { CriterionMatter } from '../../src/library/criterion.ts';
import { filesUnder } from './files.ts';
import { examplesUnder, partsOf, readPage } from './pages.ts';

/** The contract: these criteria, under these items, and no others. */
const CRITERIA = {
  justified: ['driver', 'alternative'],
  ownership: ['owner', 'private-store', 'contracts', 'evolution'],
  idempotency: ['delivery', 'idempotent-consumer', 'replay', 'atomic-publish', 'correlation', 'retry-policy'],
  ordering: ['ordering'],
  consistency: [
    'expectation',
    'source-of-truth',
    'interaction-choice',
    'compensation',
    'honest-atomicity',
    'reconciliation',
    'visible-staleness',
  ],
  detection: ['stuck', 'duplicated', 'divergent', 'failure-effects', 'operations-owner'],
};

const ITEM_OF = Object.entries(CRITERIA).flatMap(([item, ids]) => ids.map((id) => ({ id, item })));

const pathOf = (id: string): string => `references/criteria/${id}.md`;

test('there is a page for each criterion and for nothing else', () => {
  expect(filesUnder('references/criteria', '')).toEqual(ITEM_OF.map(({ id }) => pathOf(id)).toSorted());
});

describe.each(ITEM_OF)('$id', ({ id, item }) => {
  test('has front matter that the engine can read', () => {
    expect(CriterionMatter.parse(readPage(pathOf(id)).matter)).toMatchObject({ id, item });
  });

  test('has its five parts, in order', () => {
    const parts = ['Why it matters', 'What counts', 'Passes', 'Fails', 'What to write instead'];
    expect(partsOf(readPage(pathOf(id))).map(({ title }) => title)).toEqual(parts);
  });

  test('has at least two examples that pass', () => {
    const verdicts = examplesUnder(readPage(pathOf(id)), 'Passes').map(({ verdict }) => verdict);
    expect(verdicts.length).toBeGreaterThanOrEqual(2);
    expect(verdicts.filter((verdict) => verdict !== 'met')).toEqual([]);
  });

  test('has at least two examples that fail', () => {
    const verdicts = examplesUnder(readPage(pathOf(id)), 'Fails').map(({ verdict }) => verdict);
    const known = ['partial', 'missing', 'violated', 'na'];
    expect(verdicts.filter((verdict) => !known.includes(verdict))).toEqual([]);
    expect(verdicts.filter((verdict) => verdict !== 'na').length).toBeGreaterThanOrEqual(2);
  });
});
