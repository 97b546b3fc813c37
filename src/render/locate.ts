import type { Report } from '../review/report.ts';

/** The file that a line of a design stands in, and which of that file's lines it is. */
export function locate({ name, files = [] }: Report['design'], line: number): { file: string; line: number } {
  const found = files.findLast((one) => one.line <= line);
  return found === undefined ? { file: name, line } : { file: found.name, line: line - found.line + 1 };
}

/** A place as texts call it; without a line it is the whole file. */
export function placeText({ file, line }: { readonly file: string; readonly line?: number | undefined }): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** How texts call a line: its number, with the file where there are several. */
export function lineName(design: Report['design'], line: number): string {
  return design.files === undefined ? String(line) : placeText(locate(design, line));
}
