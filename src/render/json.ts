import type { Report } from '../review/report.ts';

/** The report as other programs read it: two blanks, one trailing newline. */
export function json(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
