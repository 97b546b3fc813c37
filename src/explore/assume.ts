import { TRUSTING, type Trust } from './ledger.ts';
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
 * needs nothing; else the fewest unstated facts are kept that it does need. Where a cap keeps that from being found out,
 * it needs all that its trace rests on.
 */
export function leastAssumed(
  scenario: Scenario,
  property: Property,
  doubting: Run,
  limits: Limits,
): Violation | undefined {
  const first = violationOf(doubting, property);
  if (first === undefined) return undefined;
  if (doubting.ledger.assumed.size === 0) return { run: doubting, state: first, needs: [], trust: TRUSTING };
  const trusting = attempt(scenario, property, TRUSTING, limits);
  if (trusting !== undefined) return { ...trusting, needs: [], trust: TRUSTING };
  const near = likely(doubting, property, first);
  const close = attempt(scenario, property, distrusting(near), limits);
  let needs = close === undefined ? [...doubting.ledger.assumed] : near;
  let found = close ?? { run: doubting, state: first };
  for (const path of needs) {
    const fewer = needs.filter((one) => one !== path);
    const still = attempt(scenario, property, distrusting(fewer), limits);
    if (still !== undefined) [needs, found] = [fewer, still];
  }
  return { ...found, needs, trust: distrusting(needs) };
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
function likely({ program, explored, ledger }: Run, property: Property, state: number): string[] {
  const facts = new Set([
    ...explored.trace(state).flatMap((action) => program.actions[action]?.facts ?? []),
    ...program.claims.filter((claim) => claim.property === property).flatMap((claim) => claim.facts ?? []),
    ...(property === 'not-stuck' ? (program.stuck?.facts ?? []) : []),
  ]);
  return [...ledger.assumed].filter((path) => facts.has(path));
}
