import type { Report } from './report.ts';

/** A condition under which a run fails: gives the reason, or nothing when the report passes. */
export type Gate = (report: Report) => string | undefined;

const SCORE = /^score<(\d{1,3})$/;

/**
 * Reads a `--fail-on` value: `readiness` (fails on `not-ready`), `violated`, or `score<N` with N from 1 to 100.
 * A text that is not a design fails every gate, since nothing was checked.
 * @throws Error naming the three forms.
 */
export function parseGate(value: string): Gate {
  const gate = named(value);
  if (!gate) throw new Error(`No gate "${value}". Known: readiness, violated, score<N (N from 1 to 100)`);
  return (report) => (report.readiness === 'not-assessed' ? 'the text is not a design' : gate(report));
}

function named(value: string): Gate | undefined {
  if (value === 'readiness') return ({ readiness }) => (readiness === 'not-ready' ? 'it is not ready' : undefined);
  if (value === 'violated') return violated;
  const bound = Number(SCORE.exec(value)?.[1] ?? 0);
  if (bound < 1 || bound > 100) return undefined;
  return ({ score }) => (score < bound ? `its score ${score} is below ${bound}` : undefined);
}

function violated({ verdicts }: Report): string | undefined {
  const names = verdicts.filter(({ verdict }) => verdict === 'violated').map(({ criterion }) => criterion);
  return names.length > 0 ? `it violates ${names.join(', ')}` : undefined;
}
