import type { Context, Format, Reviewed } from './format.ts';

/** Formats load when asked for, since most runs need one. */
const FORMATS = {
  text: async () => (await import('./summary.ts')).summary,
  json: async () => (await import('./json.ts')).jsonFormat,
  markdown: async () => (await import('./markdown-list.ts')).markdownList,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  github: async () => (await import('./github.ts')).github,
  html: async () => (await import('./html/page.ts')).html,
} as const satisfies Readonly<Record<string, () => Promise<Format>>>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** Writes reviewed designs in one of {@link FORMAT_NAMES}. */
export async function render(reviews: readonly Reviewed[], format: FormatName, context: Context): Promise<string> {
  const write: Format = await FORMATS[format]();
  return write(reviews, context);
}
