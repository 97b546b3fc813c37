import type { CheckReport } from './formats.ts';

/** The whole outcome, for programs. */
export function checkJson({ outcome, reasons, version }: CheckReport): string {
  return `${JSON.stringify({ faultline: version, passed: reasons.length === 0, reasons, ...outcome }, undefined, 2)}\n`;
}
