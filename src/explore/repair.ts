import { pathOf } from '../model/check.ts';
import { Design } from '../model/design.ts';
import { valueAt } from '../model/path.ts';
import type { Model } from '../model/schema/index.ts';
import type { Violation } from './assume.ts';
import type { Limits } from './machine.ts';
import { TRUSTING } from './ledger.ts';
import { MECHANISMS } from './mechanisms.ts';
import { PROPERTIES, type Property } from './program.ts';
import { propertiesOf, run, violationOf, type Run } from './run.ts';
import type { Scenario } from './scenario.ts';

/** One fact to state otherwise. */
export interface Change {
  readonly path: string;
  /** As YAML has it. */
  readonly to: string;
}

/** States that all tries of one repair search may visit: what bounds it must not be the clock, or answers would differ. */
const PATIENCE = 300_000;

/** Finds the scenario of the same name in a changed model. */
export type Again = (design: Design, id: string) => Scenario | undefined;

interface Candidate extends Change {
  readonly value: unknown;
}

const plain = ({ path, to }: Candidate): Change => ({ path, to });

/** Mechanisms that would answer otherwise what the program has asked, each with the places where it is not stated. */
function mechanismsFor(model: Model, { ledger }: Run): Candidate[][] {
  const places = new Map<string, Candidate[]>();
  for (const path of ledger.asked) {
    const keys = pathOf(path, model);
    for (const { field, within, value, written } of MECHANISMS) {
      if (field !== keys.at(-1) || (within ?? keys[0]) !== keys[0] || !isOpen(valueAt(model, keys), value)) continue;
      const kind = `${keys
        .slice(2)
        .filter((key) => typeof key === 'string')
        .join('.')} ${written}`;
      places.set(kind, [...(places.get(kind) ?? []), { path, to: written, value }]);
    }
  }
  return [...places.values()];
}

function factsOfTrace({ run: { program, explored }, state }: Violation): Set<string> {
  return new Set([
    ...explored.trace(state).flatMap((at) => program.actions[at]?.facts ?? []),
    ...program.claims.flatMap(({ facts = [] }) => facts),
    ...(program.stuck?.facts ?? []),
  ]);
}

/** A mechanism that is there with its facts is mended by these, not as a whole. */
function isOpen(stated: unknown, value: unknown): boolean {
  return typeof value === 'object' ? typeof stated !== 'object' : stated !== value;
}

/** The model with one fact stated otherwise; what is not above that fact is shared. */
function changed(model: Model, { path, value }: Candidate): Model {
  return withValue(model, pathOf(path, model), value) as Model;
}

function withValue(part: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  const inner = (holder: unknown) => withValue(holder, rest, value);
  if (Array.isArray(part)) return part.map((one: unknown, at) => (at === key ? inner(one) : one));
  const facts: Record<string, unknown> = typeof part === 'object' && part !== null ? { ...part } : {};
  return { ...facts, [key]: inner(facts[key]) };
}

/** What a scenario looks at, so that trying a change costs as much as the part that it mends and not as the whole. */
function sliceOf(model: Model, { handlers }: Scenario): Model {
  if (handlers === undefined || model.handlers === undefined) return model;
  const kept = Object.entries(model.handlers).filter(([name]) => handlers.includes(name));
  return { ...model, handlers: Object.fromEntries(kept) };
}

/** Tries changes of a scenario that is violated though all that is unstated is as one would wish. */
export class Repairs {
  readonly #model: Model;
  readonly #scenario: Scenario;
  readonly #limits: Limits;
  readonly #again: Again;
  readonly #tried = new Map<string, ReadonlySet<Property>>();
  #spent = 0;

  constructor(model: Model, scenario: Scenario, limits: Limits, again: Again) {
    this.#model = sliceOf(model, scenario);
    this.#scenario = scenario;
    this.#limits = limits;
    this.#again = again;
  }

  /**
   * Every smallest set of mechanisms, of one or of two, after which a property holds to the same bound and no other
   * property of the scenario is violated that was not before. A mechanism is stated in the fewest places that will do.
   */
  of(property: Property, violation: Violation): Change[][] {
    const mends = (set: readonly Candidate[]) => this.#mends(set, property, violation);
    const known = mechanismsFor(this.#model, violation.run);
    const single = known.filter(mends);
    if (single.length > 0) return single.map((one) => least(one, mends).map(plain));
    // Two that mend together are looked for among what the trace itself rests on.
    const facts = factsOfTrace(violation);
    const near = known.filter((places) => places.some(({ path }) => facts.has(path)));
    const pairs = near.flatMap((one, at) => near.slice(at + 1).map((other) => [...one, ...other]));
    return pairs.filter(mends).map((set) => least(set, mends).map(plain));
  }

  #mends(set: readonly Candidate[], property: Property, { run: found, state }: Violation): boolean {
    const before = propertiesOf(found.program).filter((one) => violationOf(found, one) !== undefined);
    const isMended = (after: ReadonlySet<Property>) =>
      !after.has(property) && [...after].every((one) => before.includes(one));
    const faults = found.explored.trace(state).filter((at) => found.program.actions[at]?.fault !== undefined).length;
    // Most changes mend nothing, which a search with as few faults as the trace has shows at once.
    return isMended(this.#after(set, faults)) && isMended(this.#after(set, this.#limits.faults));
  }

  /** What is violated after the changes; all that there is where that was not found out. */
  #after(set: readonly Candidate[], faults: number): ReadonlySet<Property> {
    const key = `${faults} ${set.map(({ path, to }) => `${path}=${to}`).join(' ')}`;
    const known = this.#tried.get(key);
    if (known !== undefined) return known;
    const violated = this.#explored(set, faults);
    this.#tried.set(key, violated);
    return violated;
  }

  #explored(set: readonly Candidate[], faults: number): ReadonlySet<Property> {
    if (this.#spent > PATIENCE) return new Set(PROPERTIES);
    const scenario = this.#again(new Design(set.reduce(changed, this.#model)), this.#scenario.id);
    if (scenario === undefined) return new Set(PROPERTIES);
    const after = run(scenario, TRUSTING, { ...this.#limits, faults });
    this.#spent += after.explored.states;
    if (after.cap !== undefined) return new Set(PROPERTIES);
    return new Set(propertiesOf(after.program).filter((one) => violationOf(after, one) !== undefined));
  }
}

/** The fewest of these places that still mend it. */
function least(set: readonly Candidate[], mends: (set: readonly Candidate[]) => boolean): readonly Candidate[] {
  let places = set;
  for (const place of set) {
    const fewer = places.filter((one) => one !== place);
    if (fewer.length > 0 && mends(fewer)) places = fewer;
  }
  return places;
}
