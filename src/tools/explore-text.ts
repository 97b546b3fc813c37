import { repairText } from '../explore/repair-text.ts';
import type { ExploreResult, PlacedVerdict } from '../explore/result.ts';
import { changesText, countedVerdicts, factText, linesText, shortText, sizeText } from '../render/explore-text.ts';
import { CONCISE } from './explore-brief.ts';
import { code } from './quoted.ts';

const FULL = { traces: 5, verdicts: 40, facts: 20 };

/** An exploration for an assistant: the shortest way to go wrong, its repairs, and what else there is. */
export function exploreAnswer(result: ExploreResult, full: boolean): string {
  const { verdicts, changes, faults, files, never } = result;
  const most = full ? FULL : CONCISE;
  const bad = verdicts.filter(({ traces }) => traces.length > 0);
  return [
    `**${countedVerdicts(result)}**: ${files.map((file) => code(file)).join(', ')}.`,
    changes === undefined ? '' : changesText(changes),
    ...bad.slice(0, most.traces).map((verdict) => traced(verdict, most.facts, full)),
    bullets(bad.slice(most.traces).map(brief), most.verdicts),
    never.length === 0
      ? ''
      : `Never happened, so nothing is proved of it: ${never
          .flatMap(({ what }) => what)
          .slice(0, most.facts)
          .join(', ')}.`,
    next(result, bad, faults),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .concat('\n');
}

function traced(
  { verdict, property, title, traces, needs, repairs, bound }: PlacedVerdict,
  facts: number,
  full: boolean,
): string {
  const [trace] = traces;
  if (trace === undefined) return '';
  const { say, steps, stated, mermaid, test } = trace;
  return [
    `${verdict} **${property}**, ${title}: ${say}.`,
    ...steps.map(
      (step, at) => `${at + 1}. ${step.fault === undefined ? '' : `**${step.fault}**: `}${step.text}${linesText(step)}`,
    ),
    `${sizeText(trace)}. Rests on ${stated.slice(0, facts).map(factText).join(', ') || 'nothing that is stated'}.`,
    ...(needs.length > 0 ? [`Open, since it is not stated: ${needs.join(', ')}.`] : []),
    ...(repairs.length > 0
      ? [
          `Repairs, each for up to ${bound.faults} faults: ${repairs
            .slice(0, full ? 20 : 4)
            .map(repairText)
            .join('; or ')}.`,
        ]
      : []),
    ...(full ? ['```mermaid', mermaid, '```', '```gherkin', test, '```'] : []),
  ].join('\n');
}

function brief(verdict: PlacedVerdict): string {
  const [repair] = verdict.repairs;
  return `${shortText(verdict)}${repair === undefined ? '' : `; repair: ${repairText(repair)}`}`;
}

function next({ parts, written, limits }: ExploreResult, bad: readonly PlacedVerdict[], faults: number): string {
  if (parts === 0)
    return 'Nothing in it can be explored yet: write handlers and workflows as a model (read_guidance({ name: "model" })), check it with check_model, and call again with `model`.';
  if (bad.length === 0)
    return `Holds for every combination of up to ${faults} faults. Not checked: ${limits.join('; ')}.`;
  const draft = written
    ? ''
    : ' The model was read from tables, lists and diagrams; complete it with check_model first.';
  return `State what is open, or change the design, and call again with the earlier model as \`baseline\`. Pages: read_guidance({ name: "properties/${bad[0]?.property ?? 'once'}" }).${draft}`;
}

function bullets(lines: readonly string[], most: number): string {
  const cut = lines.length > most ? [`- ... ${lines.length - most} more: detail "full"`] : [];
  return [...lines.slice(0, most).map((line) => `- ${line}`), ...cut].join('\n');
}
