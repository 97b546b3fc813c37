import { leastAssumed, type Violation } from './assume.ts';
import { DOUBTING } from './ledger.ts';
import type { Limits } from './machine.ts';
import type { Fault, Property } from './program.ts';
import type { Change } from './repair.ts';
import { parkedIn, propertiesOf, run, violationOf, type Run } from './run.ts';
import type { Scenario } from './scenario.ts';
import { traceOf, type Trace } from './trace.ts';

export const VERDICTS = ['violated', 'possible', 'undetermined', 'holds'] as const;

/** What an exploration says of one property of one part of the design. */
export interface Verdict {
  readonly scenario: string;
  readonly title: string;
  readonly at: string;
  readonly property: Property;
  readonly verdict: (typeof VERDICTS)[number];
  /** How far it was looked. */
  readonly bound: Bound;
  /** Unstated facts without which it would not come about. */
  readonly needs: readonly string[];
  /** Each with another first fault; the first one is the shortest. */
  readonly traces: readonly Trace[];
  readonly repairs: readonly (readonly Change[])[];
}

export interface Bound {
  /** Every combination of up to so many faults has been followed. */
  readonly faults: number;
  readonly states: number;
  readonly cap?: 'states' | 'time';
}

/** What one scenario came to. */
export interface Outcome {
  readonly verdicts: readonly Verdict[];
  readonly states: number;
  /** What the design declares and never happened. */
  readonly never: readonly string[];
  /** A state in which nothing moves, and somebody is told. */
  readonly parked: Trace | undefined;
}

/** Most traces of one property: the first fault of each is of another kind. */
const MOST = 5;

export type Repairer = (property: Property, violation: Violation) => Change[][];

export function judge(scenario: Scenario, limits: Limits, repairer: Repairer): Outcome {
  const doubting = run(scenario, DOUBTING, limits);
  const verdicts = propertiesOf(doubting.program).map((property) =>
    verdictOf(scenario, property, doubting, limits, repairer),
  );
  const state = parkedIn(doubting);
  const parked = state === undefined ? undefined : traceOf({ run: doubting, state, needs: [], trust: DOUBTING });
  return { verdicts, states: doubting.explored.states, never: neverIn(doubting), parked };
}

function verdictOf(scenario: Scenario, property: Property, doubting: Run, limits: Limits, repairer: Repairer): Verdict {
  const { id, title, at } = scenario;
  const about = { scenario: id, title, at, property };
  const none = { needs: [], traces: [], repairs: [] };
  const bound = boundOf(doubting);
  if (violationOf(doubting, property) === undefined)
    return { ...about, ...none, verdict: doubting.cap === undefined ? 'holds' : 'undetermined', bound };
  const violation = leastAssumed(scenario, property, doubting, limits);
  if (violation === undefined) return { ...about, ...none, verdict: 'undetermined', bound };
  const isSure = violation.needs.length === 0;
  return {
    ...about,
    verdict: isSure ? 'violated' : 'possible',
    bound: boundOf(violation.run),
    needs: violation.needs,
    traces: tracesOf(scenario, property, violation, limits),
    repairs: isSure ? repairer(property, violation) : [],
  };
}

function boundOf({ explored: { finished, states, cap } }: Run): Bound {
  return { faults: finished, states, ...(cap === undefined ? {} : { cap }) };
}

/** The shortest trace, and the shortest that begin with other faults. */
function tracesOf(scenario: Scenario, property: Property, violation: Violation, limits: Limits): Trace[] {
  const traces = [traceOf(violation, property)];
  const without = new Set<Fault>();
  for (;;) {
    const first = traces.at(-1)?.steps.find(({ fault }) => fault !== undefined)?.fault;
    if (first === undefined || traces.length === MOST) return traces;
    without.add(first);
    const other = run(scenario, violation.trust, limits, without);
    const state = violationOf(other, property);
    if (state === undefined) return traces;
    traces.push(traceOf({ ...violation, run: other, state }, property));
  }
}

/** Declared work and kinds of faults that no run contained. */
function neverIn({ program, compiled }: Run): string[] {
  const happened = new Map<string, boolean>();
  for (const [at, { declared, fault }] of program.actions.entries())
    for (const what of [declared, fault])
      if (what !== undefined) happened.set(what, happened.get(what) === true || compiled.taken[at] === 1);
  return [...happened].filter(([, has]) => !has).map(([what]) => what);
}
