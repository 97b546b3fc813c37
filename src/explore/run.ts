import { compile, type Compiled } from './compile.ts';
import { Ledger, type Trust } from './ledger.ts';
import type { Cap, Explored, Limits } from './machine.ts';
import { PROPERTIES, type Fault, type Program, type Property } from './program.ts';
import type { Scenario } from './scenario.ts';
import { explore } from './search.ts';

/** One exploration of a scenario under one set of assumptions. */
export interface Run {
  readonly program: Program;
  readonly ledger: Ledger;
  readonly explored: Explored;
  readonly compiled: Compiled;
  readonly cap: Cap | undefined;
}

export function run(scenario: Scenario, trust: Trust, limits: Limits, without: ReadonlySet<Fault> = new Set()): Run {
  const ledger = new Ledger(trust);
  const whole = scenario.build(ledger);
  const actions = whole.actions.filter(({ fault }) => fault === undefined || !without.has(fault));
  const program = { ...whole, actions };
  const compiled = compile(program);
  const explored = explore(compiled.machine, limits);
  return { program, ledger, explored, compiled, cap: explored.cap };
}

/** The properties that are asked of a program, in the order of the answers. */
export function propertiesOf({ claims, stuck }: Program): Property[] {
  const asked = new Set(claims.map(({ property }) => property));
  return PROPERTIES.filter((one) => (one === 'not-stuck' ? stuck !== undefined : asked.has(one)));
}

/** Where nothing moves any more says more than the state from which nothing else can follow; a circle has only the latter. */
function standstill({ stuck, sinks }: Explored): number | undefined {
  const still = new Set(sinks);
  return stuck.find((state) => still.has(state)) ?? stuck[0];
}

/** The first state in which nothing moves, and somebody is told of it. */
export function parkedIn({
  explored: { sinks, read },
  compiled: { done, signalled },
  program,
}: Run): number | undefined {
  return program.stuck === undefined ? undefined : sinks.find((state) => !done(read(state)) && signalled(read(state)));
}

/** The first state that violates a property: with the fewest faults, then the fewest steps. */
export function violationOf({ program, explored }: Run, property: Property): number | undefined {
  if (property === 'not-stuck') return standstill(explored);
  const states = program.claims.flatMap((claim, at) =>
    claim.property === property ? [explored.violations.get(at)] : [],
  );
  return states.filter((state) => state !== undefined).toSorted((a, b) => a - b)[0];
}
