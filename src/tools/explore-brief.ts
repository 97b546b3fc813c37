import type { ExploreResult } from '../explore/result.ts';

/** As many as the concise text has. */
export const CONCISE = { traces: 1, verdicts: 6, facts: 6 };

/** The value of a concise answer: what its text says, for clients that show a model the value instead. */
export function exploreBrief({ faultline, files, faults, verdicts, parts, states, changes, written }: ExploreResult) {
  const bad = verdicts.filter(({ traces }) => traces.length > 0);
  return {
    faultline,
    files,
    faults,
    parts,
    states,
    holds: verdicts.filter(({ verdict }) => verdict === 'holds').length,
    undetermined: verdicts.filter(({ verdict }) => verdict === 'undetermined').length,
    verdicts: bad.slice(0, CONCISE.verdicts).map(({ verdict, property, title, needs, traces, repairs }, at) => ({
      verdict,
      property,
      title,
      say: traces[0]?.say,
      faults: traces[0]?.faults,
      needs,
      steps:
        at < CONCISE.traces
          ? traces[0]?.steps.map(({ text, fault }) => (fault === undefined ? text : `[${fault}] ${text}`))
          : undefined,
      repairs: repairs.slice(0, 3),
    })),
    more: Math.max(0, bad.length - CONCISE.verdicts),
    ...(changes === undefined ? {} : { changes }),
    written,
  };
}
