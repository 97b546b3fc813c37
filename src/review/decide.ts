import type { VerdictName } from '../library/criterion.ts';
import type { Weighed } from './weigh.ts';

/** A criterion's verdict as its page has it. */
export interface Decision {
  readonly weighed: Weighed;
  readonly verdict: VerdictName;
}

/**
 * Holds the strengths against the bars of the criterion's page.
 * @param facts the facts that are true of the system
 */
export function decide(weighed: Weighed, facts: ReadonlySet<string>): Decision {
  return { weighed, verdict: verdictOf(weighed, facts) };
}

function verdictOf({ criterion, strength, parts }: Weighed, facts: ReadonlySet<string>): VerdictName {
  const { bar, applies, silence } = criterion.matter;
  if (strength.violated >= bar.violated && strength.met < (bar.remedy ?? Infinity)) return 'violated';
  if (strength.met >= bar.met && parts >= bar.parts) return 'met';
  if (strength.met + strength.partial >= bar.partial) return 'partial';
  return applies.every((fact) => facts.has(fact)) ? silence : 'na';
}
