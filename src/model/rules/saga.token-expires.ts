import { amount, above } from '../arithmetic.ts';
import type { Part } from '../part.ts';
import type { Rule } from '../rule.ts';
import type { Step } from '../schema/index.ts';
import { decidesLaterThan, worstTime } from '../worst-time.ts';

export const tokenExpires: Rule = {
  id: 'saga.token-expires',
  alias: 'F23',
  *cases({ steps }) {
    for (const { workflow, step, name, after } of steps) {
      const expires = step.fact('expires');
      if (expires.value === undefined || after.length === 0) continue;
      const last = after.findLastIndex((later) => uses(later, step.fact('id').value));
      const lifetime = amount(expires);
      yield {
        at: `${step.path}.expires`,
        fault: last < 0 ? decidesLaterThan(after, lifetime) : above(worstTime(after.slice(0, last + 1)), lifetime),
        say: () => `what ${name} obtains may have ended before ${workflow.name} is done with it`,
      };
    }
  },
};

function uses(step: Part<Step>, id: string | undefined): boolean {
  if (id === undefined) return false;
  return step.fact('usesValueOf').value === id || step.fact('dependsOn').value?.includes(id) === true;
}
