import type { Document } from '../../src/document/types.ts';
import type { VerdictName } from '../../src/library/criterion.ts';
import type { Observation } from '../../src/review/observe.ts';
import { judgeByPages } from '../../src/review/pages.ts';
import { featuresOf, roleOf } from '../../src/review/reading/features.ts';
import { cellOf } from '../../src/review/reading/settle.ts';
import { HEADING } from '../../src/review/reading/scores.ts';
import type { KeptWords } from '../../src/review/reading/words.ts';
import type { Rulebook } from '../../src/review/rulebook.ts';
import type { Labelled, Set as Kind } from './cells.ts';
import { times } from './rows.ts';
import { keepWords, learnCriterion, rarities, toRows, type Read } from './words.ts';

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

const FOLDS = 6;

export function collect(designs: readonly Design[], rulebook: Rulebook): Collected {
  const criteria = rulebook.criteria.map(({ matter }) => matter.id);
  const judged = designs.map((design) => ({ design, ...judgeByPages(design.document, rulebook) }));
  const statements = judged.flatMap(({ design, observations }) => observations.map((one) => readOf(design, one)));
  const rarity = rarities(statements);
  const rows = toRows(statements, rarity);
  const folds = new Map(designs.map((design, at) => [idOf(design), at % FOLDS]));
  const scores = new Map<string, Float64Array>();
  const weights = criteria.map((criterion) => {
    const cited = statements.map((one) => one.cited.has(criterion));
    const all = [...statements.keys()].filter((row) => statements[row]?.heading === false);
    const own = new Float64Array(statements.length).fill(HEADING);
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const isOut = (row: number) => folds.get(statements[row]?.design ?? '') === fold;
      const learnt = learnCriterion(
        rows,
        all.filter((row) => !isOut(row)),
        cited,
      );
      for (const row of all.filter(isOut)) own[row] = times(rows, row, learnt);
    }
    scores.set(criterion, own);
    return learnCriterion(rows, all, cited);
  });
  let from = 0;
  const cells = judged.flatMap(({ design, observations, decisions }) => {
    const to = from + observations.length;
    const ofDesign = new Map([...scores].map(([criterion, own]) => [criterion, Array.from(own.subarray(from, to))]));
    from = to;
    return decisions.map((decision): Labelled => {
      const cell = cellOf(decision, ofDesign);
      const label = design.labels[cell.criterion]?.verdict ?? 'missing';
      return { set: design.set, design: design.name, statements: observations.length, cell, label };
    });
  });
  return { words: keepWords(criteria, rarity, weights), cells };
}

function readOf(design: Design, observation: Observation): Read {
  const { line, endLine, kind } = observation.statement;
  const isCited = (lines: readonly number[]) => lines.some((one) => one >= line && one <= endLine);
  const cited = Object.entries(design.labels).filter(([, { lines }]) => isCited(lines));
  return {
    design: idOf(design),
    features: featuresOf(observation, roleOf(design.document, observation)),
    cited: new Set(cited.map(([criterion]) => criterion)),
    heading: kind === 'heading',
  };
}

const idOf = ({ set, name }: Design): string => `${set}/${name}`;
