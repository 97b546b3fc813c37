import type { Document } from '../../document/types.ts';
import type { VerdictName } from '../../library/criterion.ts';
import type { Decision } from '../decide.ts';
import type { Observation } from '../observe.ts';
import { featuresOfCells, peaksOf, type Cell } from './cell.ts';
import { chancesOf, confidenceIn, likeliest, weightsFrom, type Chances } from './chances.ts';
import { CITED, readStatements, type Reading } from './scores.ts';
import learnt from './verdicts.json' with { type: 'json' };

/** A criterion's verdict once the whole design was read. */
export interface Settled extends Decision {
  /** How likely a careful reader says the same, 0-1. */
  readonly confidence: number;
  /** How much each statement reads like what readers cite for the criterion; nothing for a criterion that was not learnt. */
  readonly scores: readonly number[] | undefined;
}

/** A text with fewer statements is a fragment: what it does not say tells nothing, so the pages alone judge it. */
const WHOLE = 40;

/** In a design that has just become whole, a page's `met` is believed while that is not unlikely: one more section makes no mechanism worse. */
const SHORT = { statements: 60, met: 0.2 };

/**
 * A page that finds nothing to judge is believed where that is not unlikely and no likely mechanism speaks against it; so is the
 * whole where it is this sure.
 */
const NOTHING = { na: 0.15, met: 0.15, sure: 0.6 };

/**
 * An accusation is clearly more likely right than not, or it is not made, and some signal of the page accuses, if not loud enough
 * for the page itself: so 70 of 100 are right; from 0.5 on it would be 63 of 100, for a fifth more that are found, rotated.
 */
const ACCUSES = 0.6;

/** What may be said of a criterion whose page does not accuse, and where there is nothing to quote either. */
const UNACCUSED = ['met', 'partial', 'missing', 'na'] as const;
const SILENT = ['missing', 'na'] as const;

const WEIGHTS = weightsFrom(learnt.weights);

/**
 * Settles the verdicts of a whole design: what the pages' signals found is weighed against how its statements read, to which
 * verdict they lean together, how much of it speaks for the other criteria, and how often each verdict is given. Nobody is
 * accused where no page's signal is there to quote.
 */
export function settle(
  document: Document,
  observations: readonly Observation[],
  decisions: readonly Decision[],
): Settled[] {
  if (observations.length < WHOLE) return decisions.map(byPage);
  const readings = readStatements(document, observations);
  const known = decisions.flatMap((decision) => {
    const reading = readings.get(decision.weighed.criterion.matter.id);
    return reading === undefined ? [] : [{ decision, reading, cell: cellOf(decision, reading) }];
  });
  const features = featuresOfCells(
    known.map(({ cell }) => cell),
    observations.length,
  );
  const read = known.map((one, at): Read => {
    const chances = chancesOf(features[at] ?? [], WEIGHTS);
    return { ...one, chances, verdict: choose(one.cell, chances, observations.length) };
  });
  const settled = new Map(together(read).map((one) => [one.decision, byWhole(one)]));
  return decisions.map((decision) => settled.get(decision) ?? byPage(decision));
}

/** A criterion after the whole design was read. */
interface Read {
  readonly decision: Decision;
  readonly cell: Cell;
  readonly reading: Reading;
  readonly chances: Chances;
  readonly verdict: VerdictName;
}

/** Two criteria about the same things have both something to judge, or neither has. */
function together(read: readonly Read[]): Read[] {
  const verdicts = new Map(read.map(({ cell, verdict }) => [cell.criterion, verdict]));
  return read.map((one) => {
    const { appliesWith } = one.decision.weighed.criterion.matter;
    const other = appliesWith === undefined ? undefined : verdicts.get(appliesWith);
    if (other === undefined || (other === 'na') === (one.verdict === 'na')) return one;
    return { ...one, verdict: other === 'na' ? 'na' : 'missing' };
  });
}

/** What is known of a decision's criterion for {@link featuresOfCells}. */
export function cellOf({ weighed, verdict }: Decision, { scores, leans }: Reading): Cell {
  const { id } = weighed.criterion.matter;
  return { criterion: id, page: verdict, strength: weighed.strength, words: peaksOf(scores), leans };
}

function byPage(decision: Decision): Settled {
  return { ...decision, confidence: learnt.page[decision.verdict], scores: undefined };
}

function byWhole({ decision, verdict, chances, reading: { scores } }: Read): Settled {
  return { ...decision, verdict, confidence: confidenceIn(verdict, chances), scores };
}

/** The verdict that a page's signals and the reading of the whole come to: one that has nothing to quote is not given. */
export function choose({ page, strength, words }: Cell, chances: Chances, statements: number): VerdictName {
  if (page === 'met' && statements < SHORT.statements && chances.met >= SHORT.met) return 'met';
  if (chances.na >= NOTHING.sure) return 'na';
  if (page === 'na' && chances.na >= NOTHING.na && chances.met < NOTHING.met) return 'na';
  if (strength.violated > 0 && chances.violated > ACCUSES) return 'violated';
  const isQuotable = strength.met + strength.partial > 0 || words.best > CITED;
  return likeliest(chances, isQuotable ? UNACCUSED : SILENT);
}
