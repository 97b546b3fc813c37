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
  readonly near: Near;
}

/** Whether what the review would cite comes near to a line that readers cite: for `met` or `partial`, and for `violated`. */
export interface Near {
  readonly found: boolean;
  readonly accused: boolean;
}

/** The numbers of a cell, by what their column is called. */
const NUMBERS: Readonly<Record<string, (cell: Cell) => number>> = {
  met: ({ strength }) => strength.met,
  partial: ({ strength }) => strength.partial,
  violated: ({ strength }) => strength.violated,
  best: ({ words }) => words.best,
  second: ({ words }) => words.second,
  next: ({ words }) => words.next,
  all: ({ words }) => words.all,
  'leans met': ({ leans }) => leans.met,
  'leans said': ({ leans }) => leans.said,
  'leans na': ({ leans }) => leans.na,
  'leans violated': ({ leans }) => leans.violated,
};

const TEXTS: Readonly<Record<string, (one: Labelled) => string>> = {
  set: ({ set }) => set,
  design: ({ design }) => design,
  statements: ({ statements }) => String(statements),
  criterion: ({ cell }) => cell.criterion,
  label: ({ label }) => label,
  page: ({ cell }) => cell.page,
  'near found': ({ near }) => String(near.found),
  'near accused': ({ near }) => String(near.accused),
};

const COLUMNS = [...Object.keys(TEXTS), ...Object.keys(NUMBERS)];

export function writeCells(cells: readonly Labelled[]): string {
  const rows = cells.map((one) => [
    ...Object.values(TEXTS).map((of) => of(one)),
    ...Object.values(NUMBERS).map((of) => Number(of(one.cell).toFixed(2))),
  ]);
  return `${[COLUMNS, ...rows].map((fields) => fields.join('\t')).join('\n')}\n`;
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
      near: { found: text('near found') === 'true', accused: text('near accused') === 'true' },
      cell: {
        criterion: text('criterion'),
        page: text('page') as VerdictName,
        strength: { met: number('met'), partial: number('partial'), violated: number('violated') },
        words: { best: number('best'), second: number('second'), next: number('next'), all: number('all') },
        leans: {
          met: number('leans met'),
          said: number('leans said'),
          na: number('leans na'),
          violated: number('leans violated'),
        },
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
