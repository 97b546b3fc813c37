import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/model/catalogue.ts';
import { outcomesOf } from '../../src/model/check.ts';
import { Design } from '../../src/model/design.ts';
import { ModelSchema } from '../../src/model/schema/index.ts';
import { mutantsOf } from './mutants/mutants.ts';
import { OPERATORS } from './mutants/operators/index.ts';
import { soundModels, type Raw } from './mutants/sound.ts';

const BASES = soundModels();
const MUTANTS = [...BASES].flatMap(([name, model]) => [...mutantsOf(name, model, OPERATORS)]);

const outcomes = (model: Raw) => [...outcomesOf(new Design(ModelSchema.parse(model)))];
const found = (model: Raw) =>
  new Set(outcomes(model).flatMap(({ rule, answer }) => (answer.holds === true ? [rule] : [])));

describe('the sound bases', () => {
  test('are at least twelve', () => expect(BASES.size).toBeGreaterThanOrEqual(12));

  test.each([...BASES])('%s has no finding, and leaves nothing open', (_, model) => {
    const wrong = outcomes(model).filter(({ answer }) => answer.holds !== false);
    expect(wrong.map(({ rule, at, answer }) => [rule, at, ...answer.sums, ...answer.lacks].join(' '))).toEqual([]);
  });
});

describe('the mutants', () => {
  const judged = MUTANTS.map((mutant) => ({ ...mutant, found: found(mutant.model) }));

  test('are at least 600', () => expect(judged.length).toBeGreaterThanOrEqual(600));

  test('exist for every rule', () => {
    const tried = new Set(judged.flatMap(({ expected }) => expected));
    expect(RULES.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });

  test('are found: each expected rule', () => {
    const missed = judged.flatMap((one) =>
      one.expected.filter((rule) => !one.found.has(rule)).map((rule) => `${one.name}: ${rule}`),
    );
    expect(missed).toEqual([]);
  });

  test('set off no rule that the change does not concern', () => {
    const extra = judged.flatMap((one) =>
      [...one.found].filter((rule) => !one.expected.includes(rule)).map((rule) => `${one.name}: ${rule}`),
    );
    expect(extra).toEqual([]);
  });
});
