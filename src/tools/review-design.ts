import * as z from 'zod';
import type { Readiness, Report } from '../review/report.ts';
import { defineTool, ToolProblem, type ToolContext } from './tool.ts';

const MAX_TEXT = 1024 * 1024;

/** Spelled out here, since importing the report's schema would build all of it before `initialize` is answered. */
const READINESS = ['ready', 'gaps', 'not-ready', 'not-assessed'] as const satisfies readonly Readiness[];

/**
 * What clients are told about a report. The whole schema takes 700 tokens in every session, so only what a program
 * decides by is spelled out; the rest is there as the report has it.
 */
const Answer = z.looseObject({
  score: z.number(),
  readiness: z.enum(READINESS),
  verdicts: z.array(z.looseObject({ criterion: z.string(), verdict: z.string() })),
  next: z.array(z.string()),
});

export const reviewDesign = defineTool({
  name: 'review_design',
  title: 'Review a design',
  description:
    'Reviews a Markdown design of a distributed system against 25 criteria and answers with verdicts, quoted lines, a score, readiness and what to write next. Call it on a draft and again after changes, with either path or text.',
  input: z.strictObject({
    path: z.string().min(1).max(1024).optional().describe('File inside the working directory'),
    text: z.string().max(MAX_TEXT).optional().describe('The design itself'),
    name: z.string().trim().min(1).max(100).optional().describe('What to call the text'),
    detail: z.enum(['concise', 'full']).default('concise').describe('full: every quoted line'),
  }),
  output: Answer,
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  run: async ({ path, text, name, detail }, context) => {
    const report = await reviewed(await sourceOf(context, path, text, name), context);
    return { text: await textOf(report, detail), value: detail === 'full' ? report : brief(report) };
  },
});

async function sourceOf({ roots }: ToolContext, path?: string, text?: string, name = 'design') {
  if (path !== undefined && text !== undefined)
    throw new ToolProblem('Both path and text were given. Pass path for a file, or text for a draft.');
  if (text !== undefined) return { name, text: checkedText(text) };
  if (path === undefined) throw new ToolProblem('Pass path (a Markdown file in the working directory) or text.');
  const { readDesign } = await import('../files/design.ts');
  return readDesign(path, roots);
}

/** A lone surrogate cannot be written as UTF-8; it becomes the replacement character, as in a file. */
function checkedText(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length > MAX_TEXT) throw new ToolProblem('The text is larger than 1 MiB. Review it in smaller parts.');
  if (text.includes('\0'))
    throw new ToolProblem('The text holds NUL characters, so it is not a design. Pass Markdown.');
  return bytes.toString();
}

async function reviewed(source: { name: string; text: string }, { review }: ToolContext): Promise<Report> {
  try {
    return await review(source);
  } catch (error) {
    throw new ToolProblem(error instanceof Error ? error.message : 'The design could not be reviewed.');
  }
}

async function textOf(report: Report, detail: 'concise' | 'full'): Promise<string> {
  if (detail === 'concise') return (await import('./review-text.ts')).conciseText(report);
  const { markdown } = await import('../render/markdown.ts');
  return markdown(report);
}

/** The same report with one quote a verdict and without the questions, for clients that show the model the value. */
function brief(report: Report): Report {
  const verdicts = report.verdicts.map((verdict) => ({ ...verdict, evidence: verdict.evidence.slice(0, 1) }));
  return { ...report, verdicts, questions: [] };
}
