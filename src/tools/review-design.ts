import * as z from 'zod';
import { Judgement, JUDGEMENT_LIMITS } from '../review/judgement.ts';
import type { Readiness, Report } from '../review/report.ts';
import type { Source } from '../review/reviewer.ts';
import { givenOf } from './given.ts';
import { defineTool, ToolProblem, type ToolAnswer, type ToolContext } from './tool.ts';

const MAX_TEXT = 1024 * 1024;
const MAX_PAGE = 99;

/** Spelled out here, since importing the report's schema would build all of it before `initialize` is answered. */
const READINESS = ['ready', 'gaps', 'not-ready', 'not-assessed'] as const satisfies readonly Readiness[];

/**
 * What clients are told about a report. The whole schema takes 700 tokens in every session, so only what a program
 * decides by is spelled out; the rest is there as the report has it.
 */
const Answer = z.looseObject({ score: z.number(), readiness: z.enum(READINESS) });

export const reviewDesign = defineTool({
  name: 'review_design',
  title: 'Review a design',
  description:
    'Reviews a Markdown design of a distributed system against 25 criteria and answers with verdicts, quoted lines, a score, readiness and what to write next. Call it on a draft and again after changes, with either path or text.',
  input: z.strictObject({
    path: z.string().max(1024).optional().describe('File inside the working directory'),
    text: z.string().max(MAX_TEXT).optional().describe('The design itself'),
    name: z.string().trim().min(1).max(100).optional().describe('What to call the text'),
    detail: z.enum(['concise', 'full']).default('concise').describe('full: every quoted line, and what to judge'),
    page: z.int().min(1).max(MAX_PAGE).optional().describe('Of the full detail'),
    judgements: z
      .array(Judgement)
      .max(JUDGEMENT_LIMITS.judgements)
      .optional()
      .describe("Your verdicts in the engine's place: quotes are looked up, missing and na need a reason"),
    baseline: z.string().max(1024).optional().describe('JSON report to compare with'),
  }),
  output: Answer,
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async ({ path, text, name, detail, page = 1, judgements, baseline }, context) => {
    const source = await sourceOf(context, path, text, name);
    const given = await givenOf({ judgements, baseline }, context);
    const report = await reviewed({ ...source, given }, context);
    return detail === 'full' ? whole(report, page) : concise(report);
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

async function reviewed(source: Source, { review }: ToolContext): Promise<Report> {
  try {
    return await review(source);
  } catch (error) {
    throw new ToolProblem(error instanceof Error ? error.message : 'The design could not be reviewed.');
  }
}

async function whole(all: Report, number: number): Promise<ToolAnswer<Report>> {
  const [{ pageOf }, { markdown }, { questionText }] = await Promise.all([
    import('./pages.ts'),
    import('../render/markdown.ts'),
    import('./question-text.ts'),
  ]);
  const page = pageOf(all, number);
  if (page === undefined) throw new ToolProblem(`There is no page ${number}. Page 1 tells how many there are.`);
  const { report, of } = page;
  const more = number < of ? `\nPage ${number} of ${of}: page ${number + 1} has further quotes.\n` : '';
  const questions = questionText(report);
  return { text: `${markdown(report)}${questions === '' ? '' : `\n${questions}`}${more}`, value: report };
}

async function concise(report: Report): Promise<ToolAnswer<Report>> {
  const [{ brief }, { conciseText }] = await Promise.all([import('./pages.ts'), import('./review-text.ts')]);
  return { text: conciseText(report), value: brief(report) };
}
