import { Design } from '../model/design.ts';
import type { Model } from '../model/schema/index.ts';
import type { Limits } from './machine.ts';
import { DOUBTING, Ledger } from './ledger.ts';
import { Repairs } from './repair.ts';
import { propertiesOf } from './run.ts';
import * as scenarios from './scenarios/index.ts';
import type { Scenario } from './scenario.ts';
import type { Trace } from './trace.ts';
import { judge, VERDICTS, type Verdict } from './verdict.ts';

export interface ExploreOptions {
  /** Most faults of one run. @default 3 */
  readonly faults?: number;
  /** Most states of one exploration. @default 200000 */
  readonly states?: number;
  /** Only what belongs to this workflow. */
  readonly workflow?: string;
  /** Only parts whose name begins so. */
  readonly part?: string;
  /** Whether changes that would mend a violation are looked for. @default true */
  readonly repairs?: boolean;
  /** Starts the clock of a part with so many properties; what it returns is asked every thousand states. */
  readonly clock?: (properties: number) => () => boolean;
}

/** Before a part is explored. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  readonly states: number;
  readonly title: string;
}

export interface Exploration {
  readonly faults: number;
  /** Violated first, then possible; fewest faults and steps first. */
  readonly verdicts: readonly Verdict[];
  readonly parts: number;
  readonly states: number;
  /** What the design declares and no run contained, by part. */
  readonly never: readonly { readonly part: string; readonly what: readonly string[] }[];
  /** Work that stands still where somebody is told of it. */
  readonly parked: readonly { readonly part: string; readonly title: string; readonly trace: Trace }[];
}

export const DEFAULTS = { faults: 3, states: 200_000 };

/**
 * Explores each part of a design by itself, and says before each how far it is. The same model gives the same value,
 * unless a clock ends it.
 */
export function* explorations(model: Model, options: ExploreOptions = {}): Generator<Progress, Exploration> {
  const parts = partsOf(model, options);
  const { faults = DEFAULTS.faults, states: most = DEFAULTS.states } = options;
  const verdicts: Verdict[] = [];
  const never: Exploration['never'][number][] = [];
  const parked: Exploration['parked'][number][] = [];
  let states = 0;
  for (const [done, scenario] of parts.entries()) {
    const { id: part, title } = scenario;
    yield { done, all: parts.length, states, title };
    const limits = { faults, states: most, ...clockOf(scenario, options) };
    const repairs = new Repairs(model, scenario, limits, again);
    const outcome = judge(scenario, limits, (property, violation) =>
      options.repairs === false ? [] : repairs.of(property, violation),
    );
    verdicts.push(...outcome.verdicts);
    states += outcome.states;
    if (outcome.parked !== undefined) parked.push({ part, title, trace: outcome.parked });
    if (outcome.never.length > 0) never.push({ part, what: outcome.never });
  }
  return { faults, verdicts: verdicts.toSorted(worseFirst), parts: parts.length, states, never, parked };
}

function clockOf(scenario: Scenario, { clock }: ExploreOptions): Pick<Limits, 'isOver'> {
  return clock === undefined ? {} : { isOver: clock(propertiesOf(scenario.build(new Ledger(DOUBTING))).length) };
}

/** The same, all at once. */
export function exploreModel(model: Model, options: ExploreOptions = {}): Exploration {
  const steps = explorations(model, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** What the options leave of what can be explored. */
export function partsOf(model: Model, { workflow, part }: ExploreOptions): Scenario[] {
  return scenariosOf(new Design(model)).filter(
    (one) => (workflow === undefined || one.workflow === workflow) && (part === undefined || one.id.startsWith(part)),
  );
}

/** Everything in a design that can be explored, in a fixed order. */
export function scenariosOf(design: Design): Scenario[] {
  return Object.values(scenarios).flatMap((find) => [...find(design)]);
}

function again(design: Design, id: string): Scenario | undefined {
  return scenariosOf(design).find((one) => one.id === id);
}

function worseFirst(a: Verdict, b: Verdict): number {
  const [one, other] = [a.traces[0], b.traces[0]];
  return (
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    (one?.faults ?? 0) - (other?.faults ?? 0) ||
    (one?.steps.length ?? 0) - (other?.steps.length ?? 0)
  );
}
