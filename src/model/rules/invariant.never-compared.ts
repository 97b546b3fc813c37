import { all, ask, isEndless } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const neverCompared: Rule = {
  id: 'invariant.never-compared',
  alias: 'H16',
  *cases({ invariants }) {
    for (const invariant of invariants) {
      const stores = invariant.fact('stores');
      yield {
        at: `${invariant.path}.reconciled`,
        fault: all(
          ask(stores, (names) => new Set(names).size > 1),
          isEndless(invariant.fact('reconciled')),
        ),
        say: () =>
          `once ${[...new Set(stores.value ?? [])].join(' and ')} disagree on ${invariant.name}, nothing notices, and the error stays`,
      };
    }
  },
};
