import type { Checked } from '../../check/unit.ts';

export const HEADER = ['design', 'readiness', 'score', 'violated', 'model', 'failures'];

/** What a table says of a design. */
export function rowOf({ name, report, modelled, findings, failures, parts }: Checked): string[] {
  const violated = report.verdicts.filter(
    ({ verdict, waiver }) => verdict === 'violated' && waiver === undefined,
  ).length;
  const isAssessed = report.readiness !== 'not-assessed';
  return [
    name,
    report.readiness,
    isAssessed ? String(report.score) : '-',
    isAssessed ? String(violated) : '-',
    modelled ? counted(findings.length, 'finding') : 'none',
    parts === 0 ? '-' : `${failures.length} violated`,
  ];
}

export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
