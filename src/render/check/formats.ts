import type { Outcome } from '../../check/gates.ts';
import type { Context, Reviewed } from '../format.ts';

/** What a check prints: what was found, the text of each design, and why it fails. */
export interface CheckReport {
  readonly outcome: Outcome;
  readonly reviews: readonly Reviewed[];
  readonly reasons: readonly string[];
  readonly version: string;
}

type Write = (report: CheckReport, context: Context) => string | Promise<string>;

/** Loaded when asked for. */
const FORMATS = {
  text: async () => (await import('./text.ts')).checkText,
  json: async () => (await import('./json.ts')).checkJson,
  sarif: async () => (await import('./sarif.ts')).checkSarif,
  github: async () => (await import('./github.ts')).checkGithub,
  markdown: async () => (await import('./markdown.ts')).checkMarkdown,
} as const satisfies Readonly<Record<string, () => Promise<Write>>>;

export type CheckFormat = keyof typeof FORMATS;
export const CHECK_FORMATS = Object.keys(FORMATS) as CheckFormat[];

export async function renderCheck(report: CheckReport, format: CheckFormat, context: Context): Promise<string> {
  const write: Write = await FORMATS[format]();
  return write(report, context);
}
