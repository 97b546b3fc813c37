import type { Exploration } from './explore.ts';
import type { Verdict } from './verdict.ts';

/** A verdict that a change of the model has touched, or not. */
export interface ChangedVerdict {
  readonly part: string;
  readonly property: Verdict['property'];
  readonly was: Verdict['verdict'] | 'not there';
  readonly is: Verdict['verdict'] | 'not there';
}

export interface Changes {
  /** Violated before, and now explored and found to hold. */
  readonly repaired: readonly ChangedVerdict[];
  readonly remaining: readonly ChangedVerdict[];
  /** Violated now and not before. */
  readonly made: readonly ChangedVerdict[];
  /** Violated before, and no longer in the model, or no longer explored to the end: nothing is proved of it. */
  readonly gone: readonly ChangedVerdict[];
}

/** What a change of a model did to what can go wrong, by part and property. */
export function changesOf(before: Exploration, after: Exploration): Changes {
  const old = byKey(before);
  const now = byKey(after);
  const all = [...new Set([...old.keys(), ...now.keys()])].map((key): ChangedVerdict => {
    const [was, is] = [old.get(key), now.get(key)];
    const { part, property } = named(key);
    return { part, property, was: was ?? 'not there', is: is ?? 'not there' };
  });
  const isBad = (verdict: ChangedVerdict['is']) => verdict === 'violated' || verdict === 'possible';
  return {
    repaired: all.filter(({ was, is }) => isBad(was) && is === 'holds'),
    remaining: all.filter(({ was, is }) => isBad(was) && isBad(is)),
    made: all.filter(({ was, is }) => !isBad(was) && isBad(is)),
    gone: all.filter(({ was, is }) => isBad(was) && !isBad(is) && is !== 'holds'),
  };
}

function byKey({ verdicts }: Exploration): Map<string, Verdict['verdict']> {
  return new Map(verdicts.map(({ scenario, property, verdict }) => [JSON.stringify([scenario, property]), verdict]));
}

function named(key: string): Pick<ChangedVerdict, 'part' | 'property'> {
  const [part, property] = JSON.parse(key) as [string, Verdict['property']];
  return { part, property };
}
