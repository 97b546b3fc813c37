import { repairText } from '../explore/repair-text.ts';
import type { ExploreResult, FactNote, PlacedStep, PlacedTrace, PlacedVerdict } from '../explore/result.ts';
import type { Paint } from './paint.ts';

/** Most traces that are written out, as many as a person reads at once. */
const TRACES = 5;
const LINES = 20;
const STEP_LINES = 3;

/** The outcome for a person: the shortest ways to go wrong, what would repair them, and what was found to hold. */
export function exploreText(result: ExploreResult, paint: Paint): string {
  const { verdicts, never, parked, limits, files, changes } = result;
  const bad = verdicts.filter(({ traces }) => traces.length > 0);
  const held = verdicts.filter(({ verdict }) => verdict === 'holds');
  return [
    `${paint.bold(files.join(', '))}: ${countedVerdicts(result)}`,
    result.parts === 0
      ? 'Nothing in it can be explored: references/model.md shows how to write handlers and workflows down.'
      : '',
    changes === undefined ? '' : changesText(changes),
    ...bad.slice(0, TRACES).map((verdict) => verdictText(verdict, paint)),
    listed(`More, each with its trace in --format json`, bad.slice(TRACES).map(shortText)),
    listed(
      'Not explored to the end',
      verdicts
        .filter(({ verdict }) => verdict === 'undetermined')
        .map(
          ({ title, property, bound }) =>
            `${property}: ${title}, finished up to ${Math.max(0, bound.faults)} faults in ${bound.states} states (${bound.cap ?? 'cap'})`,
        ),
    ),
    listed(
      'Stands still, and somebody is told',
      parked.map(({ title, trace }) => `${title}: ${trace.steps.at(-1)?.text ?? ''}`),
    ),
    listed(`Holds for every combination of up to ${result.faults} faults`, heldLines(held)),
    listed(
      'Never happened, so nothing is proved of it',
      never.map(({ part, what }) => `${part}: ${what.join(', ')}`),
    ),
    listed('Not checked', limits),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .concat('\n');
}

export function countedVerdicts({ verdicts, parts, states, faults }: ExploreResult): string {
  const count = (of: PlacedVerdict['verdict']) => verdicts.filter(({ verdict }) => verdict === of).length;
  const open = count('undetermined');
  return `${count('violated')} violated, ${count('possible')} possible, ${count('holds')} hold${open > 0 ? `, ${open} undetermined` : ''} (${parts} parts, ${states} states, up to ${faults} faults)`;
}

export function changesText({ repaired, remaining, made, gone }: NonNullable<ExploreResult['changes']>): string {
  const names = (of: typeof repaired) => of.map(({ part, property }) => `  ${property}: ${part}`);
  return [
    `Since the earlier model: ${repaired.length} repaired, ${remaining.length} remaining, ${made.length} new, ${gone.length} gone without proof`,
    ...titled('repaired', names(repaired)),
    ...titled('remaining', names(remaining)),
    ...titled('new', names(made)),
    ...titled('gone without proof', names(gone)),
  ].join('\n');
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.map((line) => `  ${title}${line}`);
}

function verdictText(verdict: PlacedVerdict, paint: Paint): string {
  const { traces, property, title, needs, repairs } = verdict;
  const [trace] = traces;
  if (trace === undefined) return '';
  const colour = verdict.verdict === 'violated' ? paint.red : paint.yellow;
  return [
    `${colour(verdict.verdict)} ${paint.bold(property)} ${title}`,
    `${trace.say}.`,
    ...trace.steps.map(
      (step, at) =>
        `  ${String(at + 1).padStart(2)}. ${step.fault === undefined ? '' : paint.red(`[${step.fault}] `)}${step.text}${paint.dim(linesText(step))}`,
    ),
    paint.dim(`  ${sizeText(trace)}; at its end ${valuesText(trace)}${restsText(trace)}`),
    ...needs.map((path) => `  It is open whether this can happen: ${path} is not stated.`),
    ...repairLines(repairs, verdict.bound.faults),
    ...(traces.length > 1
      ? [
          `  ${traces.length === 2 ? 'Another way begins' : `${traces.length - 1} more ways begin`} with: ${traces.slice(1).map(firstFault).join(', ')}`,
        ]
      : []),
  ].join('\n');
}

/** Where the design says what makes a step possible: `  (design.md:12, design.md:40)`. */
export function linesText({ facts }: PlacedStep): string {
  const lines = facts.flatMap(({ file, line }) =>
    file === undefined || line === undefined ? [] : [`${file}:${line}`],
  );
  const shown = [...new Set(lines)].slice(0, STEP_LINES);
  return shown.length === 0 ? '' : `  (${shown.join(', ')})`;
}

const firstFault = ({ steps }: PlacedTrace) => steps.find(({ fault }) => fault !== undefined)?.fault ?? 'no fault';

export function sizeText({ faults, steps }: Pick<PlacedTrace, 'faults' | 'steps'>): string {
  const said = faults === 0 ? 'no fault at all' : faults === 1 ? '1 fault' : `${faults} faults`;
  return `${said}, ${steps.length} steps`;
}

/** What is not nothing at the end of a trace. */
function valuesText({ values }: PlacedTrace): string {
  const named = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return named.length === 0 ? 'nothing has come about' : named.join(', ');
}

/** The stated facts that it rests on, with their places. */
function restsText({ stated }: PlacedTrace): string {
  return stated.length === 0 ? '' : `; rests on ${stated.slice(0, LINES).map(factText).join(', ')}`;
}

export function factText({ path, value, file, line }: FactNote): string {
  const simple =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `: ${value}` : '';
  return `${path}${simple}${file === undefined || line === undefined ? '' : ` (${file}:${line})`}`;
}

function repairLines(repairs: PlacedVerdict['repairs'], faults: number): string[] {
  if (repairs.length === 0) return [];
  return [
    `  Each of these repairs it, for up to ${faults} faults:`,
    ...repairs.map((set) => `    - ${repairText(set)}`),
  ];
}

export function shortText({ verdict, property, title, traces, needs }: PlacedVerdict): string {
  const [trace] = traces;
  const open = needs.length > 0 ? `; not stated: ${needs.join(', ')}` : '';
  return `${verdict} ${property}: ${title}${trace === undefined ? '' : `, ${sizeText(trace)}`}${open}`;
}

/** Properties that hold, by part. */
function heldLines(held: readonly PlacedVerdict[]): string[] {
  const parts = new Map<string, string[]>();
  for (const { title, property } of held) parts.set(title, [...(parts.get(title) ?? []), property]);
  return [...parts].map(([title, properties]) => `${title}: ${properties.join(', ')}`);
}

function listed(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const cut = lines.length > LINES ? [`  ... and ${lines.length - LINES} more; --format json has all`] : [];
  return [`${title}:`, ...lines.slice(0, LINES).map((line) => `  ${line}`), ...cut].join('\n');
}
