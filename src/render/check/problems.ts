import type { Outcome } from '../../check/gates.ts';
import type { Checked } from '../../check/unit.ts';
import type { RuleSeverity } from '../../library/rule.ts';
import type { Level } from '../level.ts';

/** A thing that is wrong beside what a review says, in one line. */
export interface Problem {
  /** Id of the rule, property or check behind it. */
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly file: string;
  readonly line?: number | undefined;
  /** What makes it the same one in the next revision. */
  readonly identity: string;
}

const LEVELS: Readonly<Record<RuleSeverity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** Findings of models, failures that violate a property, and deliverables that are out of date. */
export function problemsOf({ designs, stale }: Pick<Outcome, 'designs' | 'stale'>): Problem[] {
  return [
    ...designs.flatMap(modelProblems),
    ...stale.map(({ file, why }): Problem => ({
      rule: 'deliverable.stale',
      level: 'warning',
      message: `${why[0]?.toUpperCase() ?? ''}${why.slice(1)}.`,
      file,
      identity: file,
    })),
  ];
}

function modelProblems({ findings, failures }: Checked): Problem[] {
  return [
    ...findings.map(({ rule, severity, message, repair, at, file, line }): Problem => ({
      rule,
      level: LEVELS[severity],
      message: `${message}. ${repair}`,
      file,
      line,
      identity: at,
    })),
    ...failures.map(({ property, part, say, faults, file, line }): Problem => ({
      rule: `failure.${property}`,
      level: 'error',
      message: `${part}: ${say}, after ${faults === 0 ? 'no failure at all' : faults === 1 ? 'one failure' : `${faults} failures`}.`,
      file,
      line,
      identity: part,
    })),
  ];
}
