import { DOUBTING, TRUSTING, type Trust } from './ledger.ts';
import type { Limits } from './machine.ts';
import type { Property } from './program.ts';
import { run, violationOf, type Run } from './run.ts';
import type { Scenario } from './scenario.ts';

/** A run that violates a property, and the unstated facts that it needs for that. */
export interface Violation {
  readonly run: Run;
  readonly state: number;
  /** What must be otherwise than one would wish. */
  readonly needs: readonly string[];
  readonly trust: Trust;
}

/**
 * Finds out what a violation under doubt rests on: violated as well when all that is unstated is as one would wish, it
 * needs nothing; else the fewest unstated facts are kept that it does need.
 * @returns nothing where a cap kept the violation from being found again
 */
export function leastAssumed(
  scenario: Scenario,
  property: Property,
  doubting: Run,
  limits: Limits,
): Violation | undefined {
  const trusting = attempt(scenario, property, TRUSTING, limits);
  if (trusting !== undefined) return { ...trusting, needs: [], trust: TRUSTING };
  let needs = likely(doubting, property);
  let found = attempt(scenario, property, distrusting(needs), limits);
  if (found === undefined) {
    needs = [...doubting.ledger.assumed];
    found = attempt(scenario, property, DOUBTING, limits);
  }
  for (const path of needs) {
    const fewer = needs.filter((one) => one !== path);
    const still = attempt(scenario, property, distrusting(fewer), limits);
    if (still !== undefined) [needs, found] = [fewer, still];
  }
  return found === undefined ? undefined : { ...found, needs, trust: distrusting(needs) };
}

function distrusting(paths: readonly string[]): Trust {
  const feared = new Set(paths);
  return (path) => !feared.has(path);
}

function attempt(scenario: Scenario, property: Property, trust: Trust, limits: Limits) {
  const done = run(scenario, trust, limits);
  const state = violationOf(done, property);
  return state === undefined ? undefined : { run: done, state };
}

/** The unstated facts behind the steps of the trace: seldom are others needed. */
function likely(doubting: Run, property: Property): string[] {
  const { program, explored, ledger } = doubting;
  const state = violationOf(doubting, property);
  const steps = state === undefined ? [] : explored.trace(state);
  const facts = new Set([
    ...steps.flatMap((action) => program.actions[action]?.facts ?? []),
    ...program.claims.filter((claim) => claim.property === property).flatMap((claim) => claim.facts ?? []),
    ...(property === 'not-stuck' ? (program.stuck?.facts ?? []) : []),
  ]);
  return [...ledger.assumed].filter((path) => facts.has(path));
}
