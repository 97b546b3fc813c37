import type { Model } from '../model/schema/index.ts';
import { DEFAULTS, partsOf, type ExploreOptions } from './explore.ts';
import { DOUBTING, Ledger } from './ledger.ts';
import { promela } from './promela.ts';

/** The first part of a model that the options leave, for SPIN; nothing where they leave none. */
export function promelaOf(model: Model, options: ExploreOptions): string | undefined {
  const [scenario, ...others] = partsOf(model, options);
  if (scenario === undefined) return undefined;
  const ledger = new Ledger(DOUBTING);
  const program = scenario.build(ledger);
  const more = others.map(({ id }) => `/* --part ${id.replaceAll('*/', '* /')} */\n`).join('');
  return `${promela(program, { title: scenario.title, faults: options.faults ?? DEFAULTS.faults, assumed: [...ledger.assumed] })}${more}`;
}
