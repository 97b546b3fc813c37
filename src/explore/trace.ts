import { holdsIn, valuesOf } from './compile.ts';
import type { Condition, Fault, Program, Property, Variable } from './program.ts';
import type { Violation } from './assume.ts';

export interface TraceStep {
  readonly actor: string;
  readonly to?: string;
  readonly text: string;
  readonly fault?: Fault;
  /** Paths of the facts that make it possible. */
  readonly facts: readonly string[];
}

/** The shortest way to a violation. */
export interface Trace {
  /** What it means for the design. */
  readonly say: string;
  readonly faults: number;
  readonly steps: readonly TraceStep[];
  /** What its property speaks of, by name, at its end; where it is stuck, all that is not 0. */
  readonly values: Readonly<Record<string, number>>;
  /** Paths of stated facts that it rests on, and of unstated ones. */
  readonly stated: readonly string[];
  readonly assumed: readonly string[];
}

export function traceOf({ run, state, needs }: Violation, property?: Property): Trace {
  const { program, explored, ledger } = run;
  const steps = explored.trace(state).flatMap((at): TraceStep[] => {
    const action = program.actions[at];
    if (action === undefined) return [];
    const { actor, to, text, fault, facts = [] } = action;
    return [
      {
        actor,
        ...(to === undefined ? {} : { to }),
        text,
        ...(fault === undefined ? {} : { fault }),
        facts: [...new Set(facts)],
      },
    ];
  });
  const { say, facts } = saying(program, property, explored.read(state));
  const paths = new Set([...steps.flatMap((step) => step.facts), ...facts, ...needs]);
  return {
    say,
    faults: steps.filter(({ fault }) => fault !== undefined).length,
    steps,
    values: valuesAt(program, property, explored.read(state)),
    stated: [...paths].filter((path) => !ledger.assumed.has(path)),
    assumed: [...needs],
  };
}

interface Saying {
  readonly say: string;
  readonly facts: readonly string[];
}

function saying(program: Program, property: Property | undefined, state: Uint32Array): Saying {
  if (property === undefined) return { say: 'nothing moves, and somebody is told', facts: [] };
  if (property === 'not-stuck') return program.stuck ?? { say: '', facts: [] };
  const own = program.claims.filter((claim) => claim.property === property);
  const claim = own.find(({ violated }) => holdsIn(program, violated, state)) ?? own[0];
  const cases = (claim?.cases ?? []).filter(({ when }) => holdsIn(program, when, state)).map(({ say }) => say);
  const what = cases.length === 0 ? '' : `: ${cases.join(', ')}`;
  return { say: `${claim?.say ?? ''}${what}`, facts: own.flatMap(({ facts = [] }) => facts) };
}

function valuesAt(program: Program, property: Property | undefined, state: Uint32Array): Record<string, number> {
  const values = valuesOf(program, state);
  const spoken = new Set(
    program.claims
      .filter((claim) => claim.property === property)
      .flatMap(({ violated, cases = [{ when: violated }] }) => cases.flatMap(({ when }) => variablesIn(when))),
  );
  const shown = program.variables.filter((one) => (spoken.size === 0 ? (values[one.index] ?? 0) > 0 : spoken.has(one)));
  return Object.fromEntries(shown.map(({ name, index }) => [name, values[index] ?? 0]));
}

function variablesIn(condition: Condition): Variable[] {
  if (condition.kind === 'within') return [condition.variable];
  return condition.kind === 'not' ? variablesIn(condition.of) : condition.of.flatMap(variablesIn);
}
