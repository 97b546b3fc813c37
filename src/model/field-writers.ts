import type { Design, Stepping } from './design.ts';
import type { Part } from './part.ts';
import type * as S from './schema/index.ts';

type Write = NonNullable<S.Handler['writes']>[number];

/** One who writes a field of a store: a handler's write, or a step that says so itself. */
export interface FieldWriter {
  readonly handler: Part<S.Handler> | undefined;
  readonly write: Part<Write> | undefined;
  /** The steps that do the writing, where workflows do it. */
  readonly steps: readonly Stepping[];
}

/** Who writes which field: by store and field, both of which must be stated. */
export class FieldWriters {
  readonly #writers = new Map<string, FieldWriter[]>();

  constructor({ handlers, steps }: Design) {
    const stepsOf = new Map<string, Stepping[]>();
    for (const stepping of steps) {
      const handler = stepping.step.fact('handler').value;
      if (handler !== undefined) stepsOf.set(handler, [...(stepsOf.get(handler) ?? []), stepping]);
    }
    for (const handler of handlers)
      for (const write of handler.list('writes'))
        this.#add(write.value, { handler, write, steps: stepsOf.get(handler.name) ?? [] });
    for (const stepping of steps)
      // A query writes nothing, though it names what it reads.
      if (stepping.step.fact('handler').value === undefined && stepping.step.fact('kind').value !== 'query')
        this.#add(stepping.step.value, { handler: undefined, write: undefined, steps: [stepping] });
  }

  of(place: FieldPlace | undefined): readonly FieldWriter[] {
    const key = keyOf(place);
    return key === undefined ? [] : (this.#writers.get(key) ?? []);
  }

  #add(place: FieldPlace | undefined, writer: FieldWriter): void {
    const key = keyOf(place);
    if (key === undefined) return;
    const before = this.#writers.get(key);
    if (before === undefined) this.#writers.set(key, [writer]);
    else before.push(writer);
  }
}

interface FieldPlace {
  readonly store?: string | undefined;
  readonly field?: string | undefined;
}

function keyOf(place: FieldPlace | undefined): string | undefined {
  if (place?.store === undefined || place.field === undefined) return undefined;
  return `${place.store}\n${place.field}`;
}
