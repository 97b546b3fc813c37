import { scenariosOf } from '../../src/explore/explore.ts';
import { DOUBTING } from '../../src/explore/ledger.ts';
import type { Limits } from '../../src/explore/machine.ts';
import type { Property } from '../../src/explore/program.ts';
import { propertiesOf, run, violationOf, type Run } from '../../src/explore/run.ts';
import { Design } from '../../src/model/design.ts';
import { ModelSchema } from '../../src/model/schema/index.ts';
import type { Raw } from '../model/mutants/sound.ts';

export const LIMITS: Limits = { faults: 3, states: 200_000 };

/** Everything that can be explored in a model, explored with each unstated fact as one would fear. */
export function runsOf(model: Raw, limits: Limits = LIMITS): (Run & { readonly id: string })[] {
  const design = new Design(ModelSchema.parse(model));
  return scenariosOf(design).map((scenario) => ({ id: scenario.id, ...run(scenario, DOUBTING, limits) }));
}

/** The properties that a run violates. */
export function violatedIn(one: Run): Property[] {
  return propertiesOf(one.program).filter((property) => violationOf(one, property) !== undefined);
}

/** All that is violated in a model: `handlers.pay:order.placed once`. */
export function violations(model: Raw): string[] {
  return runsOf(model).flatMap((one) => violatedIn(one).map((property) => `${one.id} ${property}`));
}
