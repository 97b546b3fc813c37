import { readCells } from './cells.ts';
import { fit } from './fit.ts';
import { reliability, rotated } from './rotate.ts';

const DIGITS = 3;

/** @param table of labelled verdicts @returns the text of src/review/confidence.json, and lines about its reliability */
export function learn(table: string): { json: string; lines: string[] } {
  const cells = readCells(table);
  const weights = weightsOf(cells);
  const lines = [
    `${Object.keys(weights).length} weights from ${cells.length} verdicts`,
    ...reliability(rotated(cells)),
  ];
  return { json: `${JSON.stringify({ weights }, null, 2)}\n`, lines };
}

/** The weights as they are kept: rounded, without those that round to nothing. */
export function weightsOf(cells: ReturnType<typeof readCells>): Record<string, number> {
  const rounded = [...fit(cells)].map(([name, weight]) => [name, Number(weight.toFixed(DIGITS))] as const);
  return Object.fromEntries(rounded.filter(([, weight]) => weight !== 0));
}
