/** What may go wrong. All kinds share one budget. */
export const FAULTS = ['crash', 'duplicate', 'lose', 'reorder', 'timeout', 'reject'] as const;
export type Fault = (typeof FAULTS)[number];

/** What must never come about, as `references/properties/` says. The order is that of the answers. */
export const PROPERTIES = ['all-or-nothing', 'once', 'no-orphan-undo', 'order', 'isolation', 'not-stuck'] as const;
export type Property = (typeof PROPERTIES)[number];

/** A number from 0 to `max`, at most 15. */
export class Variable {
  readonly index: number;
  readonly name: string;
  readonly max: number;
  readonly init: number;

  constructor(index: number, name: string, max: number, init: number) {
    this.index = index;
    this.name = name;
    this.max = max;
    this.init = init;
  }

  is(value: number): Condition {
    return { kind: 'within', variable: this, low: value, high: value };
  }

  isOneOf(...values: readonly number[]): Condition {
    return or(...values.map((value) => this.is(value)));
  }

  atLeast(low: number): Condition {
    return { kind: 'within', variable: this, low, high: this.max };
  }

  below(limit: number): Condition {
    return { kind: 'within', variable: this, low: 0, high: limit - 1 };
  }

  set(value: number): Update {
    return { variable: this, kind: 'set', value };
  }

  /** One more, and never more than `max`. */
  up(): Update {
    return { variable: this, kind: 'up' };
  }

  /** One less; only where the guard says that there is one. */
  down(): Update {
    return { variable: this, kind: 'down' };
  }
}

export interface Within {
  readonly kind: 'within';
  readonly variable: Variable;
  readonly low: number;
  readonly high: number;
}

export type Condition =
  | Within
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

export type Update =
  | { readonly variable: Variable; readonly kind: 'set'; readonly value: number }
  | { readonly variable: Variable; readonly kind: 'up' | 'down' };

export function and(...of: readonly Condition[]): Condition {
  return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'and', of };
}

export function or(...of: readonly Condition[]): Condition {
  return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'or', of };
}

export function negate(of: Condition): Condition {
  return { kind: 'not', of };
}

export const ALWAYS: Condition = and();
export const NEVER: Condition = or();

/** One atomic step of somebody: possible while its guard holds. */
export interface Action {
  /** Who acts, in the design's own names. */
  readonly actor: string;
  /** Whom it reaches, where it is a message. */
  readonly to?: string;
  /** What happens, as a sentence without its full stop. */
  readonly text: string;
  readonly fault?: Fault;
  readonly when: Condition;
  readonly sets: readonly Update[];
  /** Paths of the facts that make it possible. */
  readonly facts?: readonly string[];
  /** What the design declares, so that a search in which it never happens proves nothing. */
  readonly declared?: string;
}

export type ActionDetails = Pick<Action, 'to' | 'fault' | 'facts' | 'declared'>;

export interface Claim {
  readonly property: Property;
  readonly violated: Condition;
  /** What the violation means for the design. */
  readonly say: string;
  /** What of it is so in a state, in words: those that hold are added to the sentence. */
  readonly cases?: readonly { readonly when: Condition; readonly say: string }[];
  readonly facts?: readonly string[];
}

/** A small system as guarded commands (Dijkstra 1975): from any state, any action whose guard holds may be next. */
export interface Program {
  readonly variables: readonly Variable[];
  readonly actions: readonly Action[];
  readonly claims: readonly Claim[];
  /** Nothing is left to be done. */
  readonly done: Condition;
  /** Somebody is told that it stands still, so that it is parked and not stuck. */
  readonly signalled: Condition;
  /** What it means that nothing can be done any more, and the facts behind that; not asked where it is left out. */
  readonly stuck?: { readonly say: string; readonly facts: readonly string[] };
}

/** Collects variables, actions and claims in the order in which they are added. */
export class Draft {
  readonly variables: Variable[] = [];
  readonly actions: Action[] = [];
  readonly claims: Claim[] = [];

  variable(name: string, max = 1, init = 0): Variable {
    const variable = new Variable(this.variables.length, name, max, init);
    this.variables.push(variable);
    return variable;
  }

  add(action: Action): void {
    this.actions.push(action);
  }

  /** The same as {@link add}, for what acts by itself. */
  step(actor: string, text: string, when: Condition, sets: readonly Update[], more: ActionDetails = {}): void {
    this.actions.push({ actor, text, when, sets, ...more });
  }

  made(): Pick<Program, 'variables' | 'actions' | 'claims'> {
    const { variables, actions, claims } = this;
    return { variables, actions, claims };
  }

  claim(claim: Claim): void {
    this.claims.push(claim);
  }
}
