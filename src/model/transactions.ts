import { all, any, ask, present, stated, type Answer } from './answer.ts';
import type { Design } from './design.ts';
import type { Part } from './part.ts';
import type { Store } from './schema/index.ts';

/** Stores of one owner in one engine may share a transaction. */
export function areApart(one: Part<Store>, other: Part<Store>): Answer {
  const differs = (key: 'owner' | 'engine') => {
    const { path, value } = one.fact(key);
    return all(
      stated({ path, value }),
      ask(other.fact(key), (name) => name !== value),
    );
  };
  return any(differs('owner'), differs('engine'));
}

/** An invariant over both is compared and repaired now and then. */
export function isCompared({ invariants }: Design, one: Part<Store>, other: Part<Store>): Answer {
  return any(
    ...invariants.map((invariant) =>
      all(
        ask(invariant.fact('stores'), (names) => names.includes(one.name) && names.includes(other.name)),
        present(invariant.fact('reconciled')),
      ),
    ),
  );
}
