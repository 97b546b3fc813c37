import type { VerdictName } from '../../library/criterion.ts';
import { LEANINGS, type Leans } from './gist.ts';
import { HEADING } from './scores.ts';

/** What is known of a criterion on a design before it is settled. */
export interface Cell {
  readonly criterion: string;
  /** The verdict that the criterion's page gives by its signals. */
  readonly page: VerdictName;
  /** Sums of what the page's signals count. */
  readonly strength: Readonly<Record<'met' | 'partial' | 'violated', number>>;
  readonly words: Peaks;
  readonly leans: Leans;
}

/** The scores of a criterion's statements, in short: the best, the second, the mean of the next three, and all together. */
export interface Peaks {
  readonly best: number;
  readonly second: number;
  readonly next: number;
  readonly all: number;
}

const NONE = -6;

export function peaksOf(scores: readonly number[]): Peaks {
  const top = largest(5, scores);
  const at = (place: number) => Math.max(top[place] ?? NONE, HEADING);
  const best = at(0);
  const all = best + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - best), 0) || 1);
  return { best, second: at(1), next: (at(2) + at(3) + at(4)) / 3, all };
}

/** The largest numbers, the largest first: one pass, since most statements of a design are read for nothing. */
function largest(many: number, of: readonly number[]): number[] {
  const top: number[] = [];
  for (const one of of) {
    if (top.length === many && one <= (top.at(-1) ?? one)) continue;
    top.splice(top.findLastIndex((other) => other >= one) + 1, 0, one);
    top.length = Math.min(top.length, many);
  }
  return top;
}

/** Features of a cell by name. */
export type Features = readonly (readonly [string, number])[];

/** A design of usual length has as many statements. */
const USUAL = 100;

/** Of each criterion's own weights: half is shared with the weight that all have. */
const OWN = { bias: 1.5, slope: 0.5 };

/** What tells of one criterion alone. */
function ownOf({ page, strength, words }: Cell): [string, number][] {
  return [
    ['best', words.best],
    ['second', words.second],
    ['next', words.next],
    ['all', words.all],
    ['met', Math.log1p(strength.met)],
    ['partial', Math.log1p(strength.partial)],
    ['violated', Math.min(1, strength.violated)],
    ['some met', Math.min(1, strength.met)],
    [`page ${page}`, 1],
  ];
}

/** The features of all cells of a design: each its own, and what the design is like as a whole. */
export function featuresOfCells(cells: readonly Cell[], statements: number): Features[] {
  const whole = new Map<string, number>();
  for (const cell of cells)
    for (const [name, value] of ownOf(cell))
      whole.set(`whole ${name}`, (whole.get(`whole ${name}`) ?? 0) + value / cells.length);
  const shared: Features = [['bias', 1], ['length', Math.log(Math.max(1, statements) / USUAL)], ...whole];
  return cells.map((cell) => [
    ...shared,
    ...ownOf(cell),
    ...LEANINGS.map((to) => [`leans ${to}`, cell.leans[to]] as const),
    [`criterion ${cell.criterion}`, OWN.bias],
    [`best ${cell.criterion}`, OWN.slope * cell.words.best],
    [`met ${cell.criterion}`, OWN.slope * Math.log1p(cell.strength.met)],
    [`page ${cell.page} ${cell.criterion}`, 1],
  ]);
}
