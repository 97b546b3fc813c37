import type { Report } from '../review/report.ts';
import type { Paint } from './paint.ts';

/** An output format: a pure function of the report. `paint` colours words where the reader has a terminal. */
export type Format = (report: Report, paint: Paint) => string;

/** Formats load when asked for, since most runs need one. */
const FORMATS = {
  text: async () => (await import('./text.ts')).text,
  json: async () => (await import('./json.ts')).json,
  markdown: async () => (await import('./markdown.ts')).markdown,
} as const satisfies Readonly<Record<string, () => Promise<Format>>>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** Writes a report in one of {@link FORMAT_NAMES}. */
export async function render(report: Report, format: FormatName, paint: Paint): Promise<string> {
  const write: Format = await FORMATS[format]();
  return write(report, paint);
}
