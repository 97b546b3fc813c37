import { checkModel, type Finding } from '../model/check.ts';
import type { Model } from '../model/schema/index.ts';
import { exploreModel, partsOf, type ExploreOptions } from '../explore/explore.ts';
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

/** One failure shows nearly all that three do. */
const FAULTS = 1;

/** Most states of one part, and of all together: counted, so that two runs say the same. */
const STATES = { part: 20_000, all: 1_000_000, least: 500 };

/** As many as somebody reads. */
const MOST = 5;

/** Plays failures through and holds the rules against a model. */
export async function exploredOf(model: Model): Promise<Explored> {
  const bounds = { faults: FAULTS, states: statesOf(partsOf(model, {}).length) };
  const { verdicts, parts } = exploreModel(model, { ...bounds, repairs: false });
  const { findings } = await checkModel(model);
  const violated = verdicts.filter(({ verdict }) => verdict === 'violated');
  const holds = verdicts.filter(({ verdict }) => verdict === 'holds').length;
  const open = verdicts.length - violated.length - holds;
  const shown = violated.filter((one) => one.traces.length > 0).slice(0, MOST);
  const traces = shown.map((one) => viewOf(one, repairOf(one, model, bounds)));
  return { traces, findings, explored: { parts, violated: violated.length, holds, open } };
}

function statesOf(parts: number): number {
  return Math.max(STATES.least, Math.min(STATES.part, Math.floor(STATES.all / Math.max(1, parts))));
}

/** Repairs take longer than the search, so they are looked for where they are shown. */
function repairOf({ scenario, property }: Verdict, model: Model, bounds: ExploreOptions): Verdict['repairs'][number] {
  const { verdicts } = exploreModel(model, { ...bounds, part: scenario });
  return verdicts.find((one) => one.scenario === scenario && one.property === property)?.repairs[0] ?? [];
}

function viewOf({ title, traces }: Verdict, repair: Verdict['repairs'][number]): TraceView {
  const [trace] = traces;
  const diagram = trace === undefined ? '' : `\`\`\`mermaid\n${mermaidOf(trace)}\n\`\`\``;
  return {
    title,
    say: trace?.say ?? '',
    diagram,
    repair: repair.length === 0 ? '' : `\`${repairText(repair)}\``,
  };
}
