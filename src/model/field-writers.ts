import { all, is, known, not, type Answer } from './answer.ts';
import type { Design, Stepping } from './design.ts';
import { groupBy } from './group.ts';
import { unstated } from './open-ends.ts';
import type { Fact, Part } from './part.ts';
import type * as S from './schema/index.ts';
import { mayHaveUndo } from './undo.ts';

const NOWHERE: ReadonlySet<string> = new Set();

/** Who belongs to which workflows, by a step or by the undo of one. */
export interface Member {
  readonly workflows: ReadonlySet<string>;
  /** Whether it writes at all: a step of unstated kind may be a query. */
  readonly writes: Answer;
}

/** One who writes a field of a store: a handler's write, or a step that says so itself. */
export interface FieldWriter extends Member {
  readonly handler: Part<S.Handler> | undefined;
  /** The steps that do the writing, where workflows do it. */
  readonly steps: readonly Stepping[];
}

/** A writer that may come between, and whether it surely does. */
export interface Rival {
  readonly writer: FieldWriter;
  readonly comesBetween: Answer;
}

/** Who writes which field: by store and field, both of which must be stated. */
export class FieldWriters {
  readonly #writers = new Map<string, FieldWriter[]>();
  readonly #workflowsOf = new Map<string, Set<string>>();
  readonly #handlers = new Map<string, readonly Answer[]>();
  readonly #undos = new Map<string, readonly Answer[]>();

  constructor(design: Design) {
    const stepsOf = this.#join(design);
    for (const handler of design.handlers)
      for (const write of handler.list('writes'))
        this.#add(write.value, { handler, steps: stepsOf.get(handler.name) ?? [], ...this.member(handler.name) });
    for (const stepping of design.steps)
      // A query writes nothing, though it names what it reads.
      if (stepping.step.fact('handler').value === undefined && stepping.step.fact('kind').value !== 'query')
        this.#add(stepping.step.value, { handler: undefined, steps: [stepping], ...memberOf(stepping) });
  }

  of(place: FieldPlace | undefined): readonly FieldWriter[] {
    const key = keyOf(place);
    return key === undefined ? [] : (this.#writers.get(key) ?? []);
  }

  member(handler: string): Member {
    return { workflows: this.#workflowsOf.get(handler) ?? NOWHERE, writes: known(true) };
  }

  /** One who writes the same field, where two workflows do or one and somebody outside of it; sooner a sure one. */
  rivalOf(place: FieldPlace | undefined, own: Member): Rival | undefined {
    let first: Rival | undefined;
    for (const writer of this.of(place)) {
      const comesBetween = this.#comesBetween(own, writer);
      if (comesBetween.holds === true) return { writer, comesBetween };
      if (comesBetween.holds === undefined) first ??= { writer, comesBetween };
    }
    return first;
  }

  /** Who is not in this workflow may be the undo of a step, as long as these facts are unstated. */
  openUndos(workflow: string): readonly Answer[] {
    return this.#undos.get(workflow) ?? [];
  }

  /** The steps of one workflow and their undos come one after the other, and take nothing from each other. */
  #comesBetween(own: Member, other: Member): Answer {
    const [one, ...more] = new Set([...own.workflows, ...other.workflows]);
    if (one === undefined) return known(false);
    if (more.length > 0) return all(own.writes, other.writes);
    if (own.workflows.size === other.workflows.size) return known(false);
    return all(own.writes, other.writes, ...(this.#handlers.get(one) ?? []), ...this.openUndos(one));
  }

  /** Who belongs to which workflow. Returns the steps of each handler. */
  #join({ steps, workflows }: Design): ReadonlyMap<string | undefined, readonly Stepping[]> {
    for (const { step, workflow } of steps)
      for (const name of [step.fact('handler').value, step.part('undo').fact('op').value])
        if (name !== undefined)
          this.#workflowsOf.set(name, (this.#workflowsOf.get(name) ?? new Set()).add(workflow.name));
    for (const workflow of workflows) {
      this.#handlers.set(workflow.name, openHandlers(workflow));
      this.#undos.set(workflow.name, openUndos(workflow));
    }
    return groupBy(steps, ({ step }) => step.fact('handler').value);
  }

  #add(place: FieldPlace | undefined, writer: FieldWriter): void {
    const key = keyOf(place);
    if (key === undefined) return;
    const before = this.#writers.get(key);
    if (before === undefined) this.#writers.set(key, [writer]);
    else before.push(writer);
  }
}

/** What a step without a handler of its own is. */
export function memberOf({ workflow, step }: Pick<Stepping, 'workflow' | 'step'>): Member {
  return { workflows: new Set([workflow.name]), writes: not(is(step.fact('kind'), 'query')) };
}

interface FieldPlace {
  readonly store?: string | undefined;
  readonly field?: string | undefined;
}

function keyOf(place: FieldPlace | undefined): string | undefined {
  if (place?.store === undefined || place.field === undefined) return undefined;
  return `${place.store}\n${place.field}`;
}

/** A step that names its field itself needs no handler. */
function openHandlers(workflow: Part<S.Workflow>): Answer[] {
  const steps = workflow.list('steps').filter(({ value }) => keyOf(value) === undefined);
  return unstated(steps.map((step) => step.fact('handler')));
}

function openUndos(workflow: Part<S.Workflow>): Answer[] {
  const steps = workflow.list('steps').filter(mayHaveUndo);
  return unstated(steps.flatMap((step): Fact<unknown>[] => [step.fact('kind'), step.part('undo').fact('op')]));
}
