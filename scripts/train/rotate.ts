import type { VerdictName } from '../../src/library/criterion.ts';
import { chancesOf, confidenceIn, GRADE } from '../../src/review/reading/chances.ts';
import { choose } from '../../src/review/reading/settle.ts';
import type { Example } from './cells.ts';
import { learnVerdicts } from './verdicts.ts';

/** A verdict on a design from which nothing was learnt. */
export interface Judged {
  readonly verdict: VerdictName;
  readonly label: VerdictName;
  readonly page: VerdictName;
  readonly confidence: number;
  /** Whether its evidence comes near to that of the readers. */
  readonly near: boolean;
}

const FOLDS = 10;

/** The verdicts on every `kept` design, each by weights that were learnt without it. */
export function rotated(examples: readonly Example[]): Judged[] {
  const designs = [...new Set(examples.filter(({ set }) => set === 'kept').map(({ design }) => design))].toSorted();
  const foldOf = new Map(designs.map((design, at) => [design, at % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const isOut = ({ set, design }: Example) => set === 'kept' && foldOf.get(design) === fold;
    const weights = learnVerdicts(examples.filter((one) => !isOut(one)));
    return examples.filter(isOut).map(({ cell, statements, features, label, near }) => {
      const chances = chancesOf(features, weights);
      const verdict = choose(cell, chances, statements);
      return {
        verdict,
        label,
        page: cell.page,
        confidence: confidenceIn(verdict, chances),
        near: verdict === 'violated' ? near.accused : near.found,
      };
    });
  });
}

/** How many verdicts stand above a confidence, and the share of them that is right. */
export function shareRight(judged: readonly Judged[], above: number): { verdicts: number; right: number } {
  const sure = judged.filter(({ confidence }) => confidence > above);
  return { verdicts: sure.length, right: sure.filter(({ verdict, label }) => verdict === label).length / sure.length };
}

/** Quadratic-weighted kappa over the cells whose label is not `na`, 1 is perfect and 0 is chance (Cohen 1968). */
export function kappa(pairs: readonly (readonly [VerdictName, VerdictName])[]): number {
  const graded = pairs
    .filter(([label]) => label !== 'na')
    .map(([label, verdict]) => [GRADE[label], GRADE[verdict]] as const);
  const off = graded.reduce((sum, [a, b]) => sum + (a - b) ** 2, 0);
  const byChance = graded.reduce((sum, [a]) => sum + graded.reduce((row, [, b]) => row + (a - b) ** 2, 0), 0);
  return 1 - (off * graded.length) / byChance;
}

/** Of the cells where readers and review both cite something: how many, and the share where they cite the same place. */
export function shareNear(judged: readonly Judged[]): { verdicts: number; near: number } {
  const cites = (verdict: VerdictName) => verdict !== 'missing' && verdict !== 'na';
  const both = judged.filter(({ verdict, label }) => cites(verdict) && cites(label));
  return { verdicts: both.length, near: both.filter(({ near }) => near).length / both.length };
}

/** A line for each figure. */
export function figures(judged: readonly Judged[]): string[] {
  const accuracy = (of: (one: Judged) => VerdictName) =>
    (judged.filter((one) => of(one) === one.label).length / judged.length).toFixed(3);
  const agreement = (of: (one: Judged) => VerdictName) => kappa(judged.map((one) => [one.label, of(one)])).toFixed(3);
  const lines = [
    `${judged.length} verdicts on designs that nothing was learnt from (rotated)`,
    `by the pages alone: accuracy ${accuracy(({ page }) => page)}, kappa ${agreement(({ page }) => page)}`,
    `settled: accuracy ${accuracy(({ verdict }) => verdict)}, kappa ${agreement(({ verdict }) => verdict)}`,
  ];
  for (const name of ['violated', 'na'] as const) {
    const said = judged.filter(({ verdict }) => verdict === name);
    const meant = judged.filter(({ label }) => label === name);
    const right = said.filter(({ label }) => label === name).length;
    lines.push(`${name}: precision ${(right / said.length).toFixed(2)}, recall ${(right / meant.length).toFixed(2)}`);
  }
  const evidence = shareNear(judged);
  lines.push(`evidence: near the readers' in ${evidence.near.toFixed(2)} of ${evidence.verdicts}`);
  for (const above of [0.5, 0.6, 0.7, 0.8, 0.85]) {
    const { verdicts, right } = shareRight(judged, above);
    lines.push(`confidence above ${above.toFixed(2)}: ${verdicts} verdicts, ${(100 * right).toFixed(0)} % right`);
  }
  return lines;
}
