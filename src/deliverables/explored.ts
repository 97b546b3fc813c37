import { checkModel, type Finding } from '../model/check.ts';
import type { Model } from '../model/schema/index.ts';
import { exploreModel } from '../explore/explore.ts';
import { mermaidOf } from '../explore/mermaid.ts';
import { repairText } from '../explore/repair-text.ts';
import type { Verdict } from '../explore/verdict.ts';

/** A way to lose, double or strand work, as a template shows it. */
export interface TraceView {
  readonly title: string;
  readonly say: string;
  /** A sequence diagram in a fence. */
  readonly diagram: string;
  /** The smallest change that mends it; empty where none was found. */
  readonly repair: string;
}

/** What a search of failures and the rules over the structure say. */
export interface Explored {
  readonly traces: readonly TraceView[];
  readonly findings: readonly Pick<Finding, 'title' | 'severity' | 'message' | 'repair'>[];
  readonly explored: {
    readonly parts: number;
    readonly violated: number;
    readonly holds: number;
    /** Verdicts that what is not stated keeps from being told, or that were not explored to the end. */
    readonly open: number;
  };
}

/** Where no template speaks of it. */
export const UNEXPLORED: Explored = {
  traces: [],
  findings: [],
  explored: { parts: 0, violated: 0, holds: 0, open: 0 },
};

/** Bounds that are counted, so that two runs say the same: one failure shows nearly all that three do. */
const BOUNDS = { faults: 1, states: 20_000 };

/** As many as somebody reads. */
const MOST = 5;

/** Plays failures through and holds the rules against a model. */
export async function exploredOf(model: Model): Promise<Explored> {
  const { verdicts, parts } = exploreModel(model, BOUNDS);
  const { findings } = await checkModel(model);
  const violated = verdicts.filter(({ verdict }) => verdict === 'violated');
  const holds = verdicts.filter(({ verdict }) => verdict === 'holds').length;
  const open = verdicts.length - violated.length - holds;
  const traces = violated.filter((one) => one.traces.length > 0).slice(0, MOST);
  return { traces: traces.map(viewOf), findings, explored: { parts, violated: violated.length, holds, open } };
}

function viewOf({ title, traces, repairs }: Verdict): TraceView {
  const [trace] = traces;
  const diagram = trace === undefined ? '' : `\`\`\`mermaid\n${mermaidOf(trace)}\n\`\`\``;
  return {
    title,
    say: trace?.say ?? '',
    diagram,
    repair: repairs[0] === undefined ? '' : `\`${repairText(repairs[0])}\``,
  };
}
