import type { Settings } from '../config/settings.ts';
import { nearest } from '../library/nearest.ts';
import type { CompiledCriterion, Rulebook } from './rulebook.ts';

/** Settings that do not fit the criteria; the message names the file and says what to do. */
export class SettingsProblem extends Error {}

/**
 * The rulebook as a team wants it: its weights and severities, without what it has disabled.
 * @throws SettingsProblem for a name that is no criterion
 */
export function configure(rulebook: Rulebook, { name, weights, severities, disabled }: Settings): Rulebook {
  const known = new Set(rulebook.criteria.map(({ matter }) => matter.id));
  const named = Object.entries({ weights, severities });
  for (const [key, values] of named) checkNames(Object.keys(values), known, `${name}: ${key}`);
  checkNames(disabled, known, `${name}: disabled`);
  const configured = ({ matter, ...rest }: CompiledCriterion): CompiledCriterion => ({
    ...rest,
    matter: {
      ...matter,
      weight: weights[matter.id] ?? matter.weight,
      severity: severities[matter.id] ?? matter.severity,
    },
  });
  return { ...rulebook, criteria: rulebook.criteria.map(configured), disabled: new Set(disabled) };
}

function checkNames(ids: readonly string[], known: ReadonlySet<string>, where: string): void {
  for (const id of ids)
    if (!known.has(id))
      throw new SettingsProblem(`${where}: no criterion "${id}". Nearest: ${nearest(id, [...known], 3).join(', ')}`);
}
