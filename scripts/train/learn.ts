import { VERDICTS, type VerdictName } from '../../src/library/criterion.ts';
import { examplesOf, readCells, type Labelled } from './cells.ts';
import { figures, rotated } from './rotate.ts';
import { learnVerdicts } from './verdicts.ts';

const DIGITS = 2;

/** What src/review/reading/verdicts.json holds. */
export interface KeptVerdicts {
  readonly weights: Readonly<Record<VerdictName, Readonly<Record<string, number>>>>;
  /** Of the verdicts that pages give alone: how often a careful reader says the same. */
  readonly page: Readonly<Record<VerdictName, number>>;
}

/** @param table of labelled cells @returns the text of verdicts.json, and lines about how right they are */
export function learn(table: string): { json: string; lines: string[] } {
  const cells = readCells(table);
  const json = `${JSON.stringify(keptFrom(cells), undefined, 2)}\n`;
  return { json, lines: figures(rotated(examplesOf(cells))) };
}

/** The weights as they are kept: rounded, without those that round to nothing. */
export function keptFrom(cells: readonly Labelled[]): KeptVerdicts {
  const weights = learnVerdicts(examplesOf(cells));
  const kept = (verdict: VerdictName) =>
    Object.fromEntries(
      [...weights[verdict]]
        .map(([name, weight]) => [name, round(weight)] as const)
        .filter(([, weight]) => weight !== 0),
    );
  const ofVerdicts = <Value>(of: (verdict: VerdictName) => Value) =>
    Object.fromEntries(VERDICTS.map((verdict) => [verdict, of(verdict)])) as Record<VerdictName, Value>;
  return { weights: ofVerdicts(kept), page: ofVerdicts((verdict) => shareOf(cells, verdict)) };
}

function shareOf(cells: readonly Labelled[], verdict: VerdictName): number {
  const said = cells.filter(({ set, cell }) => set === 'kept' && cell.page === verdict);
  return said.length === 0 ? 0 : round(said.filter(({ label }) => label === verdict).length / said.length);
}

function round(value: number): number {
  return Number(value.toFixed(DIGITS)) || 0;
}
