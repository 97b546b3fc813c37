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
import { learnWords, type Read } from './words.ts';

/** A design with the verdicts and lines of its readers. */
export interface Design {
  readonly set: Kind;
  readonly name: string;
  readonly document: Document;
  readonly labels: Readonly<Record<string, Label>>;
}

/** A verdict of readers, and the lines that carry it. */
export interface Label {
  readonly verdict: VerdictName;
  readonly lines: readonly number[];
}

/** What is learnt from the texts of designs: the words, and a record of each cell in which its own design taught nothing. */
export interface Collected {
  readonly words: KeptWords;
  readonly cells: readonly Labelled[];
}

export function collect(designs: readonly Design[], rulebook: Rulebook): Collected {
  const judged = designs.map(({ document }) => judgeByPages(document, rulebook));
  const criteria = rulebook.criteria.map(({ matter }) => matter.id);
  const statements = designs.map((design, at) =>
    (judged[at]?.observations ?? []).map((observation) => readOf(design, observation)),
  );
  const { words, apart } = learnWords(statements, criteria, (criterion) =>
    designs.map((design) => labelOf(design, criterion).verdict),
  );
  const cells = designs.flatMap((design, at) =>
    (judged[at]?.decisions ?? []).flatMap((decision): Labelled[] => {
      const { id } = decision.weighed.criterion.matter;
      const reading = apart[at]?.get(id);
      if (reading === undefined) return [];
      const { verdict: label, lines } = labelOf(design, id);
      const near = nearTo(lines, decision, reading, judged[at]?.observations ?? []);
      const { set, name } = design;
      return [{ set, design: name, statements: reading.scores.length, cell: cellOf(decision, reading), label, near }];
    }),
  );
  return { words, cells };
}

const UNLABELLED: Label = { verdict: 'missing', lines: [] };

function labelOf({ labels }: Design, criterion: string): Label {
  return labels[criterion] ?? UNLABELLED;
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

function readOf(design: Design, observation: Observation): Read {
  const { line, endLine, kind } = observation.statement;
  const isCited = ({ lines }: Label) => lines.some((one) => one >= line && one <= endLine);
  const cited = Object.entries(design.labels).filter(([, label]) => isCited(label));
  return {
    features: featuresOf(observation, roleOf(design.document, observation)),
    cited: new Set(cited.map(([criterion]) => criterion)),
    heading: kind === 'heading',
  };
}
