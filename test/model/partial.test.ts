import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RULES } from '../../src/model/catalogue.ts';
import { outcomesOf } from '../../src/model/check.ts';
import { Design } from '../../src/model/design.ts';
import { ModelSchema } from '../../src/model/schema/index.ts';
import { mutantsOf } from './mutants/mutants.ts';
import { OPERATORS } from './mutants/operators/index.ts';
import { soundModels } from './mutants/sound.ts';
import { leaves, without } from './paths.ts';

const MODELS = [...soundModels()].flatMap(([base, model]) => [
  model,
  ...[...mutantsOf(base, model, OPERATORS)].map((mutant) => mutant.model),
]);

test('any part of any model is checked without a failure, and every accusation has its sentence', () => {
  fc.assert(
    fc.property(fc.nat(MODELS.length - 1), fc.array(fc.nat(), { maxLength: 60 }), (which, picks) => {
      const model = MODELS[which] ?? {};
      const paths = leaves(model);
      const partial = without(model, ...picks.map((pick) => paths[pick % paths.length] ?? []));
      for (const { answer, say } of outcomesOf(new Design(ModelSchema.parse(partial)), RULES))
        if (answer.holds === true) expect(say()).not.toMatch(/undefined|^$/);
        else if (answer.holds === undefined) expect(answer.lacks).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
}, 60_000);
