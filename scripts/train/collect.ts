import type { Document } from '../../src/document/types.ts';
import type { VerdictName } from '../../src/library/criterion.ts';
import type { Decision } from '../../src/review/decide.ts';
import { carriersOf } from '../../src/review/evidence.ts';
import type { Observation } from '../../src/review/observe.ts';
import { judgeByPages } from '../../src/review/pages.ts';
import { featuresOf, roleOf } from '../../src/review/reading/features.ts';
import type { Reading } from '../../src/review/reading/scores.ts';
import { cellOf } from '../../src/review/reading/settle.ts';
import type { KeptWords } from '../../src/review/reading/words.ts';
import type { Rulebook } from '../../src/review/rulebook.ts';
import type { Labelled, Near, Set as Kind } from './cells.ts';
import {
  keepWords,
  learnCited,
  learnLeans,
  leansApart,
  lexiconOf,
  rowsFor,
  sharesOfAll,
  type Learnt,
  type Read,
} from './words.ts';

/** A design with the verdicts and lines of its readers. */
export interface Design {
  readonly set: Kind;
  readonly name: string;
  readonly document: Document;
  readonly labels: Readonly<Record<string, { readonly verdict: VerdictName; readonly lines: readonly number[] }>>;
}

/** What is learnt from the texts of designs: the words, and a record of each cell in which its own design taught nothing. */
export interface Collected {
  readonly words: KeptWords;
  readonly cells: readonly Labelled[];
}

export function collect(designs: readonly Design[], rulebook: Rulebook): Collected {
  const judged = designs.map(({ document }) => judgeByPages(document, rulebook));
  const statements = designs.map((design, at) =>
    (judged[at]?.observations ?? []).map((observation) => readOf(design, at, observation)),
  );
  const { words, readings } = read(
    designs,
    statements,
    rulebook.criteria.map(({ matter }) => matter.id),
  );
  const cells = designs.flatMap(({ set, name, labels }, at) =>
    (judged[at]?.decisions ?? []).flatMap((decision): Labelled[] => {
      const reading = readings[at]?.get(decision.weighed.criterion.matter.id);
      if (reading === undefined) return [];
      const cell = cellOf(decision, reading);
      const { verdict: label, lines } = labels[cell.criterion] ?? { verdict: 'missing' as const, lines: [] };
      const near = nearTo(lines, decision, reading, judged[at]?.observations ?? []);
      return [{ set, design: name, statements: reading.scores.length, cell, label, near }];
    }),
  );
  return { words, cells };
}

/** Learns the words, and how each design reads by words that were learnt without its fold. */
function read(designs: readonly Design[], statements: readonly Read[][], criteria: readonly string[]) {
  const all = statements.flat();
  const lexicon = lexiconOf(all);
  const shares = sharesOfAll(all, lexicon);
  const rows = rowsFor(shares, lexicon.size);
  let to = 0;
  const spans = statements.map(({ length }) => [to, (to += length)] as const);
  const readings = designs.map(() => new Map<string, Reading>());
  const learnt = criteria.map((criterion): Learnt => {
    const cited = learnCited(criterion, all, rows);
    const scored = spans.map((span) => ({
      shares: shares.slice(...span),
      scores: Array.from(cited.apart.subarray(...span)),
    }));
    const labels = designs.map((design) => design.labels[criterion]?.verdict ?? 'missing');
    const leans = learnLeans(scored, labels, lexicon.size);
    for (const [at, { scores }] of scored.entries())
      readings[at]?.set(criterion, { scores, leans: leansApart(leans, at) });
    return { criterion, cited: cited.weights, leans: leans.map(({ weights }) => weights) };
  });
  return { words: keepWords(lexicon, learnt), readings };
}

/** As many lines from each other, two citations are of the same place. */
const NEAR = 3;

function nearTo(
  lines: readonly number[],
  decision: Decision,
  { scores }: Reading,
  observations: readonly Observation[],
): Near {
  const isNear = (verdict: VerdictName) =>
    carriersOf({ ...decision, verdict, confidence: 0, scores }, observations).some(({ observation }) =>
      lines.some((line) => Math.abs(line - observation.statement.line) <= NEAR),
    );
  return { found: isNear('met'), accused: isNear('violated') };
}

function readOf(design: Design, at: number, observation: Observation): Read {
  const { line, endLine, kind } = observation.statement;
  const isCited = (lines: readonly number[]) => lines.some((one) => one >= line && one <= endLine);
  const cited = Object.entries(design.labels).filter(([, { lines }]) => isCited(lines));
  return {
    design: at,
    features: featuresOf(observation, roleOf(design.document, observation)),
    cited: new Set(cited.map(([criterion]) => criterion)),
    heading: kind === 'heading',
  };
}
