import { absent, all, ask, is, not } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const noFencing: Rule = {
  id: 'lock.no-fencing',
  alias: 'H5',
  *cases(design) {
    for (const lock of design.locks) {
      const store = design.store(lock.fact('guards'));
      yield {
        at: `${lock.path}.fencing`,
        fault: all(
          absent(lock.fact('fencing')),
          ask(lock.fact('ttl'), (ttl) => Number.isFinite(ttl)),
          // A store that compares versions refuses the late write by itself.
          not(is(store.fact('conflict'), 'version', 'merge')),
        ),
        say: () =>
          `a holder of ${lock.name} that stands still past its end wakes up and overwrites in ${store.name} ` +
          `what the next holder has written`,
      };
    }
  },
};
