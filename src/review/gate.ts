import type { Report } from './report.ts';

/** A condition under which a run fails: gives the reason, or nothing when the report passes. */
export interface Gate {
  (report: Report): string | undefined;
  /** Whether it asks what changed, so that the report must have been compared with an earlier one. */
  readonly needsBaseline: boolean;
}

type Test = (report: Report) => string | undefined;

const SCORE = /^score<(\d{1,3})$/;

/**
 * Reads a `--fail-on` value: `readiness` (fails on `not-ready`), `violated`, `new` (unmet and not so in the
 * baseline), or `score<N` with N from 1 to 100. What is waived fails none of them.
 * A text that is not a design fails every gate, since nothing was checked.
 * @throws Error naming the forms.
 */
export function parseGate(value: string): Gate {
  const test = named(value);
  if (!test) throw new Error(`No gate "${value}". Known: readiness, violated, new, score<N (N from 1 to 100)`);
  const gate = (report: Report) => (report.readiness === 'not-assessed' ? 'the text is not a design' : test(report));
  return Object.assign(gate, { needsBaseline: test === isNew });
}

function named(value: string): Test | undefined {
  if (value === 'readiness') return ({ readiness }) => (readiness === 'not-ready' ? 'it is not ready' : undefined);
  if (value === 'violated') return violated;
  if (value === 'new') return isNew;
  const bound = Number(SCORE.exec(value)?.[1] ?? 0);
  if (bound < 1 || bound > 100) return undefined;
  return ({ score }) => (score < bound ? `its score ${score} is below ${bound}` : undefined);
}

function violated({ verdicts }: Report): string | undefined {
  const names = verdicts
    .filter(({ verdict, waiver }) => verdict === 'violated' && waiver === undefined)
    .map(({ criterion }) => criterion);
  return names.length > 0 ? `it violates ${names.join(', ')}` : undefined;
}

/** Without a baseline nothing is known to be old, so a caller must not use this gate without one. */
function isNew({ changes }: Report): string | undefined {
  if (changes === undefined) return 'there is no baseline to tell what is new';
  const names = changes.new.map(({ criterion, is }) => `${criterion} (${is})`);
  return names.length > 0 ? `new since the baseline: ${names.join(', ')}` : undefined;
}
