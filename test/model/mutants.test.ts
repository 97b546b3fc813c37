import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/model/catalogue.ts';
import { outcomesOf } from '../../src/model/check.ts';
import { Design } from '../../src/model/design.ts';
import type { Rule } from '../../src/model/rule.ts';
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

describe('a fact behind a finding, taken away', () => {
  /** Every mutant would take a minute; each seventh has all rules among them. */
  const sample = MUTANTS.filter((_, index) => index % 7 === 0);

  test('leaves the finding or makes it a question, and never acquits', () => {
    const acquitted = sample.flatMap(({ name, model, expected }) =>
      RULES.filter(({ id }) => expected.includes(id)).flatMap((rule) =>
        violations(rule, model).flatMap(({ at, answer }) =>
          answer.rests
            .filter((path) => isAcquitted(rule, at, without(model, path)))
            .map((path) => `${name}: ${rule.id} at ${at} without ${path}`),
        ),
      ),
    );
    expect(acquitted).toEqual([]);
  });
});

const answersOf = (rule: Rule, model: Raw) => [...outcomesOf(new Design(ModelSchema.parse(model)), [rule])];
const violations = (rule: Rule, model: Raw) => answersOf(rule, model).filter(({ answer }) => answer.holds === true);

/** All answers at the place say that the fault is not there. */
function isAcquitted(rule: Rule, at: string, model: Raw): boolean {
  const there = answersOf(rule, model).filter((outcome) => outcome.at === at);
  return there.length > 0 && there.every(({ answer }) => answer.holds === false);
}

/** The model without the value at a path as answers write it: `messages.order.placed.key`, `handlers.pay.calls[0].to`. */
function without(model: Raw, path: string): Raw {
  const copy = structuredClone(model);
  const [section = ''] = path.split('.', 1);
  const parts = (copy[section] ?? {}) as Raw;
  const rest = path.slice(section.length + 1);
  const name = Object.keys(parts)
    .filter((one) => rest.startsWith(`${one}.`))
    .toSorted((a, b) => b.length - a.length)[0];
  const keys = (name === undefined ? rest : rest.slice(name.length + 1)).split(/[.[\]]+/).filter((key) => key !== '');
  let at = (name === undefined ? parts : parts[name]) as Raw;
  for (const key of keys.slice(0, -1)) at = (at[key] ?? {}) as Raw;
  Reflect.deleteProperty(at, keys.at(-1) ?? '');
  return copy;
}
