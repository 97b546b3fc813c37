import { InvalidArgumentError } from 'commander';
import { readText, realPathOf } from '../files/read.ts';
import type { Gate } from '../review/gate.ts';
import type { Given } from '../review/given.ts';
import { ReviewProblem } from '../review/reviewer.ts';
import type { Io } from './io.ts';

/** What a person gives beside the design; files are named relative to the working directory. */
export interface GivenOptions {
  readonly judgements?: string;
  readonly baseline?: string;
  /** Left out, `.faultline.yaml` is read if there is one. */
  readonly config?: string;
  /** ISO date. */
  readonly today: string;
}

/** Most bytes of a file of judgements or of an earlier report. */
const MAX_JSON = 4 * 1024 * 1024;

/**
 * Reads what the options name.
 * @throws FileProblem, ReviewProblem in one line that names the file and what is wrong in it
 */
export async function readGiven(options: GivenOptions, gates: readonly Gate[], { cwd }: Io): Promise<Given> {
  const { judgements, baseline, config, today } = options;
  if (baseline === undefined && gates.some(({ needsBaseline }) => needsBaseline))
    throw new ReviewProblem('--fail-on new needs an earlier report to compare with: add --baseline REPORT.json');
  const { loadSettings } = await import('../config/load.ts');
  const settings = await loadSettings(cwd, config);
  if (judgements === undefined && baseline === undefined) return { today, settings };
  const { readBaseline, readJudgements } = await import('../review/given-json.ts');
  return {
    today,
    settings,
    ...(judgements === undefined ? {} : { judgements: readJudgements(await readOwn(judgements, cwd), judgements) }),
    ...(baseline === undefined ? {} : { baseline: readBaseline(await readOwn(baseline, cwd), baseline) }),
  };
}

async function readOwn(file: string, cwd: string): Promise<string> {
  return readText(await realPathOf(file, cwd), file, MAX_JSON);
}

/** Checks a date of the command line. */
export function isoDate(value: string): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value)) return value;
  throw new InvalidArgumentError('Write a date as YYYY-MM-DD.');
}
