import * as z from 'zod';
import { Baseline } from './baseline.ts';
import { Judgement, JUDGEMENT_LIMITS } from './judgement.ts';
import { ReviewProblem } from './reviewer.ts';

const Judgements = z.array(Judgement).max(JUDGEMENT_LIMITS.judgements);

/**
 * Reads judgements: a JSON list of them, or an object that has the list as `judgements`, as the tool's arguments do.
 * @param label how messages call the text
 * @throws ReviewProblem in one line
 */
export function readJudgements(text: string, label: string): Judgement[] {
  const value = parsed(text, label);
  const list: unknown = z.object({ judgements: z.unknown() }).safeParse(value).data?.judgements ?? value;
  return checked(Judgements, list, `${label}: not a list of judgements`);
}

/**
 * Reads an earlier report, as `--format json` writes it.
 * @throws ReviewProblem in one line
 */
export function readBaseline(text: string, label: string): Baseline {
  return checked(Baseline, parsed(text, label), `${label}: not a report of "faultline review --format json"`);
}

function parsed(text: string, label: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ReviewProblem(
      `${label}: not JSON (${error instanceof Error ? firstLine(error.message) : 'unreadable'}).`,
    );
  }
}

function checked<T extends z.ZodType>(schema: T, value: unknown, lead: string): z.output<T> {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  const [{ path, message } = { path: [], message: 'not valid' }] = error.issues;
  throw new ReviewProblem(`${lead}: ${path.length > 0 ? `${path.join('.')}: ` : ''}${firstLine(message)}`);
}

function firstLine(message: string): string {
  return message.replace(/\s+/g, ' ').slice(0, 200);
}
