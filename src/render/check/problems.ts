import type { Outcome } from '../../check/gates.ts';
import type { Checked } from '../../check/unit.ts';
import type { RuleSeverity } from '../../library/rule.ts';
import type { Level } from '../level.ts';
import type { PlainResult } from '../sarif-results.ts';

const LEVELS: Readonly<Record<RuleSeverity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** Findings of models, failures that violate a property, and deliverables that are out of date. */
export function problemsOf({ designs, stale }: Pick<Outcome, 'designs' | 'stale'>): PlainResult[] {
  return [
    ...designs.flatMap(modelProblems),
    ...stale.map(({ file, why }): PlainResult => ({
      rule: 'deliverable.stale',
      level: 'warning',
      message: `${why[0]?.toUpperCase() ?? ''}${why.slice(1)}.`,
      file,
      identity: file,
    })),
  ];
}

function modelProblems({ findings, failures }: Checked): PlainResult[] {
  return [
    ...findings.map(({ rule, severity, message, repair, at, file, line }): PlainResult => ({
      rule,
      level: LEVELS[severity],
      message: `${message}. ${repair}`,
      file,
      line,
      identity: at,
    })),
    ...failures.map(({ property, part, say, faults, file, line }): PlainResult => ({
      rule: `failure.${property}`,
      level: 'error',
      message: `${part}: ${say}, after ${faults === 0 ? 'no failure at all' : faults === 1 ? 'one failure' : `${faults} failures`}.`,
      file,
      line,
      identity: part,
    })),
  ];
}
