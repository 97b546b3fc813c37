import { render, type FormatName } from '../render/index.ts';
import type { Gate } from '../review/gate.ts';
import type { Report } from '../review/report.ts';
import type { Reviewer } from '../review/reviewer.ts';
import { EXIT, type Io } from './io.ts';
import { reviewAll } from './review-all.ts';
import { readSources } from './sources.ts';

export interface ReviewOptions {
  readonly format: FormatName;
  readonly gates: readonly Gate[];
}

/** Reviews designs and prints their reports as one; the exit code follows the printed verdicts. */
export async function reviewCommand(
  files: readonly string[],
  { format, gates }: ReviewOptions,
  reviewer: () => Promise<Reviewer>,
  io: Io,
): Promise<number> {
  const { sources, several } = await readSources(files, io);
  const { reviews, problems } = await reviewAll(sources, reviewer, io);
  if (reviews.length > 0) await io.out(await render(reviews, format, { paint: io.paint, several, rules }));
  for (const problem of problems) await io.err(problem);
  const reasons = reviews.flatMap(({ report }) => failures(report, gates));
  for (const reason of reasons) await io.err(reason);
  if (problems.length > 0) return EXIT.usage;
  return reasons.length > 0 ? EXIT.gate : EXIT.done;
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
