import type { Verdict } from '../review/report.ts';

/** How loudly a machine's reader is told, loudest first. */
export const LEVELS = ['error', 'warning', 'note'] as const;
export type Level = (typeof LEVELS)[number];

type Severity = Verdict['severity'];

const LEVEL: Readonly<Record<'violated' | 'missing' | 'partial', Readonly<Record<Severity, Level>>>> = {
  violated: { blocker: 'error', major: 'error', minor: 'warning' },
  missing: { blocker: 'error', major: 'warning', minor: 'note' },
  partial: { blocker: 'warning', major: 'note', minor: 'note' },
};

/** The level of a verdict that leaves something open; `undefined` for `met` and `na`, about which there is nothing to say. */
export function levelOf({ verdict, severity }: Verdict): Level | undefined {
  return verdict === 'met' || verdict === 'na' ? undefined : LEVEL[verdict][severity];
}

/** One sentence for an unmet verdict: what is wrong with the quoted lines, or what is lacking, and what to write. */
export function messageOf({ verdict, evidence, expected, advice }: Verdict): string {
  const [first] = evidence;
  if (verdict === 'violated' && first !== undefined) return `This ${first.why}. ${advice}`;
  if (verdict === 'partial' && first !== undefined) return `This ${first.why}; more is needed. ${expected} ${advice}`;
  return `Nothing in the design says it. ${expected} ${advice}`;
}
