import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exploreModel } from '../../src/explore/explore.ts';
import { FAULTS, PROPERTIES } from '../../src/explore/program.ts';
import { ModelSchema } from '../../src/model/schema/index.ts';
import { ROOT } from '../house/files.ts';

interface Example {
  /** What stands behind `yaml`: `violates`, `satisfies`, `shows once`. */
  readonly says: string;
  readonly yaml: string;
}

function examplesOf(page: string): Example[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(/^```yaml (.+)\n([\s\S]*?)^```$/gm)].map(([, says = '', yaml = '']) => ({ says, yaml }));
}

const explored = (yaml: string) => exploreModel(ModelSchema.parse(parse(yaml))).verdicts;

const pagesOf = (folder: string) =>
  readdirSync(join(ROOT, 'references', folder)).map((name) => name.replace(/\.md$/, ''));

test('each fault and each property has its page, and no page is of anything else', () => {
  expect(pagesOf('faults').toSorted()).toEqual([...FAULTS].toSorted());
  expect(pagesOf('properties').toSorted()).toEqual([...PROPERTIES].toSorted());
});

describe('the examples of a property', () => {
  test.each(PROPERTIES)('%s: one violates it, one does not', (property) => {
    const examples = examplesOf(`references/properties/${property}.md`);
    expect(examples.map(({ says }) => says)).toEqual(['violates', 'satisfies']);
    const [bad = [], good = []] = examples.map(({ yaml }) => explored(yaml));
    expect(bad.find((one) => one.property === property && one.verdict === 'violated')).toBeDefined();
    const asked = good.filter((one) => one.property === property);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
  });
});

describe('the example of a fault', () => {
  test.each(FAULTS)('%s violates what the page says, by that fault', (fault) => {
    const [example] = examplesOf(`references/faults/${fault}.md`);
    const [, property] = /^shows (.+)$/.exec(example?.says ?? '') ?? [];
    const bad = explored(example?.yaml ?? '').filter((one) => one.property === property && one.verdict === 'violated');
    const faults = bad.flatMap(({ traces }) => traces).flatMap(({ steps }) => steps.map((step) => step.fault));
    expect(faults).toContain(fault);
  });
});
