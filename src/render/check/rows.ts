import { counted } from '../../check/counted.ts';
import type { Checked } from '../../check/unit.ts';
import { standing } from '../tally.ts';

export const HEADER = ['design', 'readiness', 'score', 'violated', 'model', 'failures'];

/** What a table says of a design. */
export function rowOf({ name, report, modelled, findings, failures, parts }: Checked): string[] {
  const isAssessed = report.readiness !== 'not-assessed';
  return [
    name,
    report.readiness,
    isAssessed ? String(report.score) : '-',
    isAssessed ? String(standing(report.verdicts, 'violated').length) : '-',
    modelled ? counted(findings.length, 'finding') : 'none',
    parts === 0 ? '-' : `${failures.length} violated`,
  ];
}
