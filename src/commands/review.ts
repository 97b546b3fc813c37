import type { Report } from '../review/report.ts';
import type { Gate } from '../review/gate.ts';
import { render, type FormatName } from '../render/index.ts';
import type { Reviewer, Source } from '../review/reviewer.ts';
import { EXIT, type Io } from './io.ts';

export interface ReviewOptions {
  readonly format: FormatName;
  readonly gates: readonly Gate[];
}

/** Reviews a design and prints the report; the exit code follows the printed verdict. */
export async function reviewCommand(source: Source, options: ReviewOptions, reviewer: Reviewer, io: Io): Promise<number> {
  const report = await reviewer.review(source);
  await io.out(await render(report, options.format, io.paint));
  const reasons = failures(report, options.gates);
  for (const reason of reasons) io.err(`${source.name} fails the gate: ${reason}`);
  return reasons.length > 0 ? EXIT.gate : EXIT.done;
}

function failures(report: Report, gates: readonly Gate[]): string[] {
  return gates.map((gate) => gate(report)).filter((reason) => reason !== undefined);
}
