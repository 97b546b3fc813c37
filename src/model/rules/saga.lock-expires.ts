import { all, any, ask, present } from '../answer.ts';
import { above, amount } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';
import { decidesLaterThan } from '../worst-time.ts';

export const lockExpires: Rule = {
  id: 'saga.lock-expires',
  alias: 'F17',
  *cases({ steps }) {
    for (const { workflow, step, name, after } of steps) {
      // Most steps hold nothing, and are not asked.
      if (step.fact('lock').value === undefined) continue;
      const ttl = amount(step.part('lock').fact('ttl'));
      const deadline = workflow.fact('deadline');
      yield {
        at: `${step.path}.lock`,
        fault: all(
          present(step.fact('lock')),
          decidesLaterThan([step, ...after], ttl),
          any(
            ask(deadline, (time) => time === 'none'),
            above(amount(deadline), ttl),
          ),
        ),
        say: () => `${workflow.name} may still be deciding when what ${name} holds is let go, and another takes it`,
      };
    }
  },
};
