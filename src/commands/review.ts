import { render, type FormatName } from '../render/index.ts';
import type { Gate } from '../review/gate.ts';
import type { Report } from '../review/report.ts';
import type { Reviewer } from '../review/reviewer.ts';
import { readGiven, type GivenOptions } from './given.ts';
import { EXIT, type Io } from './io.ts';
import { readSource } from './source.ts';

export interface ReviewOptions {
  readonly format: FormatName;
  readonly gates: readonly Gate[];
  readonly given: GivenOptions;
}

/** Reviews a design and prints the report; the exit code follows the printed verdict. */
export async function reviewCommand(
  file: string,
  { format, gates, given: named }: ReviewOptions,
  reviewer: () => Promise<Reviewer>,
  io: Io,
): Promise<number> {
  const given = await readGiven(named, gates, io);
  const source = { ...(await readSource(file, io)), given };
  const { review, close } = await reviewer();
  try {
    const report = await review(source);
    await io.out(await render(report, format, io.paint));
    const reasons = failures(report, gates);
    for (const reason of reasons) await io.err(`${source.name} fails the gate: ${reason}`);
    return reasons.length > 0 ? EXIT.gate : EXIT.done;
  } finally {
    await close();
  }
}

function failures(report: Report, gates: readonly Gate[]): string[] {
  return gates.map((gate) => gate(report)).filter((reason) => reason !== undefined);
}
