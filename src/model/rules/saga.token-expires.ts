import { all, stated, type Answer } from '../answer.ts';
import { above, amount, type Amount } from '../arithmetic.ts';
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
      yield {
        at: `${step.path}.expires`,
        fault: usedLaterThan(step, after, amount(expires)),
        say: () => `what ${name} obtains may have ended before ${workflow.name} is done with it`,
      };
    }
  },
};

function usedLaterThan(step: Part<Step>, after: readonly Part<Step>[], lifetime: Amount): Answer {
  const id = step.fact('id');
  // Without a name any of the steps behind may be meant.
  if (id.value === undefined) return all(above(worstTime(after), lifetime), stated(id));
  const last = after.findLastIndex((later) => uses(later, id.value));
  return last < 0 ? decidesLaterThan(after, lifetime) : above(worstTime(after.slice(0, last + 1)), lifetime);
}

function uses(step: Part<Step>, id: string | undefined): boolean {
  if (id === undefined) return false;
  return step.fact('usesValueOf').value === id || step.fact('dependsOn').value?.includes(id) === true;
}
