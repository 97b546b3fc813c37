import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RULES } from '../../src/model/catalogue.ts';
import { outcomesOf } from '../../src/model/check.ts';
import { Design } from '../../src/model/design.ts';
import { ModelSchema } from '../../src/model/schema/index.ts';
import { mutantsOf } from './mutants/mutants.ts';
import { OPERATORS } from './mutants/operators/index.ts';
import { soundModels, type Raw } from './mutants/sound.ts';

const MODELS = [...soundModels()].flatMap(([base, model]) => [
  model,
  ...[...mutantsOf(base, model, OPERATORS)].map((mutant) => mutant.model),
]);

/** The paths of single values; a list of names is one. */
function leaves(value: unknown, path: string[] = []): string[][] {
  const isNames = Array.isArray(value) && value.every((one) => typeof one !== 'object');
  if (typeof value !== 'object' || value === null || isNames) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function without(model: Raw, paths: readonly string[][]): Raw {
  const copy = structuredClone(model);
  for (const path of paths) {
    const part = path.slice(0, -1).reduce<unknown>((at, key) => (at as Raw | undefined)?.[key], copy);
    if (typeof part === 'object' && part !== null) Reflect.deleteProperty(part, path.at(-1) ?? '');
  }
  return copy;
}

test('any part of any model is checked without a failure, and every accusation has its sentence', () => {
  fc.assert(
    fc.property(fc.nat(MODELS.length - 1), fc.array(fc.nat(), { maxLength: 60 }), (which, picks) => {
      const model = MODELS[which] ?? {};
      const paths = leaves(model);
      const partial = without(
        model,
        picks.map((pick) => paths[pick % paths.length] ?? []),
      );
      for (const { answer, say } of outcomesOf(new Design(ModelSchema.parse(partial)), RULES))
        if (answer.holds === true) expect(say()).not.toMatch(/undefined|^$/);
        else if (answer.holds === undefined) expect(answer.lacks).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
}, 60_000);
