import type { Report } from '../review/report.ts';

/** The file that a line of a design stands in, and which of that file's lines it is. */
export function locate({ name, files = [] }: Report['design'], line: number): { file: string; line: number } {
  const found = files.findLast((one) => one.line <= line);
  return found === undefined ? { file: name, line } : { file: found.name, line: line - found.line + 1 };
}

/** How texts call a line: its number, with the file where there are several. */
export function lineName(design: Report['design'], line: number): string {
  const place = locate(design, line);
  return design.files === undefined ? String(line) : `${place.file}:${place.line}`;
}
