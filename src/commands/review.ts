import { render, type FormatName } from '../render/index.ts';
import type { Gate } from '../review/gate.ts';
import type { Report } from '../review/report.ts';
import { ReviewProblem, type Reviewer } from '../review/reviewer.ts';
import { readGiven, type GivenOptions } from './given.ts';
import { EXIT, type Io } from './io.ts';
import { reviewAll } from './review-all.ts';
import { readSources } from './sources.ts';

export interface ReviewOptions {
  readonly format: FormatName;
  readonly gates: readonly Gate[];
  readonly given: GivenOptions;
}

/** Reviews designs and prints their reports as one; the exit code follows the printed verdicts. */
export async function reviewCommand(
  files: readonly string[],
  { format, gates, given: named }: ReviewOptions,
  reviewer: () => Promise<Reviewer>,
  io: Io,
): Promise<number> {
  const given = await readGiven(named, gates, io);
  const { sources, several } = await readSources(files, io);
  if (several) checkForSeveral(named);
  const { reviews, problems } = await reviewAll(
    sources.map((source) => ({ ...source, given })),
    reviewer,
    io,
  );
  if (reviews.length > 0) await io.out(await render(reviews, format, { paint: io.paint, several, rules }));
  for (const problem of problems) await io.err(problem);
  const reasons = reviews.flatMap(({ report }) => failures(report, gates));
  for (const reason of reasons) await io.err(reason);
  if (problems.length > 0) return EXIT.usage;
  return reasons.length > 0 ? EXIT.gate : EXIT.done;
}

/** Judgements and an earlier report speak of one design. */
function checkForSeveral({ judgements, baseline }: GivenOptions): void {
  if (judgements !== undefined || baseline !== undefined)
    throw new ReviewProblem('--judgements and --baseline speak of one design: name a single file');
}

function failures(report: Report, gates: readonly Gate[]): string[] {
  return gates.flatMap((gate) => {
    const reason = gate(report);
    return reason === undefined ? [] : [`${report.design.name} fails the gate: ${reason}`];
  });
}

/** Loaded when a format asks for them: reading the pages takes longer than printing them. */
async function rules() {
  const { loadRules } = await import('../render/rules.ts');
  return loadRules();
}
