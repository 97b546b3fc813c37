import type { VerdictName } from '../../src/library/criterion.ts';
import { featuresOfCells, type Cell, type Features } from '../../src/review/reading/cell.ts';

/**
 * What designs were used for besides: `seen` ones to write the criterion pages, `tuned` ones to widen them, `kept` ones
 * for nothing else.
 */
export type Set = 'seen' | 'tuned' | 'kept';

/** A criterion on a labelled design, and the readers' verdict. */
export interface Labelled {
  readonly set: Set;
  readonly design: string;
  readonly statements: number;
  readonly cell: Cell;
  readonly label: VerdictName;
}

const COLUMNS = 'set design statements criterion label page met partial violated best second next all'.split(' ');

export function writeCells(cells: readonly Labelled[]): string {
  return `${[COLUMNS.join('\t'), ...cells.map((cell) => fieldsOf(cell).join('\t'))].join('\n')}\n`;
}

function fieldsOf({ set, design, statements, cell: { criterion, page, strength, words }, label }: Labelled) {
  const numbers = [
    strength.met,
    strength.partial,
    strength.violated,
    words.best,
    words.second,
    words.next,
    words.all,
  ].map((value) => Number(value.toFixed(2)));
  return [set, design, statements, criterion, label, page, ...numbers];
}

/** @param table tab-separated, with a row of names first */
export function readCells(table: string): Labelled[] {
  const [, ...lines] = table.trimEnd().split('\n');
  return lines.map((line) => {
    const fields = line.split('\t');
    const text = (name: string) => fields[COLUMNS.indexOf(name)] ?? '';
    const number = (name: string) => Number(text(name));
    return {
      set: text('set') as Set,
      design: text('design'),
      statements: number('statements'),
      label: text('label') as VerdictName,
      cell: {
        criterion: text('criterion'),
        page: text('page') as VerdictName,
        strength: { met: number('met'), partial: number('partial'), violated: number('violated') },
        words: { best: number('best'), second: number('second'), next: number('next'), all: number('all') },
      },
    };
  });
}

/** A labelled cell with what the verdicts are learnt from. */
export interface Example extends Labelled {
  readonly features: Features;
}

export function examplesOf(cells: readonly Labelled[]): Example[] {
  const designs = new Map<string, Labelled[]>();
  for (const cell of cells) {
    const name = `${cell.set}/${cell.design}`;
    designs.set(name, [...(designs.get(name) ?? []), cell]);
  }
  return [...designs.values()].flatMap((own) => {
    const features = featuresOfCells(
      own.map(({ cell }) => cell),
      own[0]?.statements ?? 0,
    );
    return own.map((one, at) => ({ ...one, features: features[at] ?? [] }));
  });
}
