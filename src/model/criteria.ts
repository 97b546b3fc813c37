import type { RuleMatter } from '../library/rule.ts';
import { mattersOf, outcomesOf, type Outcome } from './check.ts';
import { Design } from './design.ts';
import { groupBy } from './group.ts';
import { loadModel, type Loaded } from './load.ts';
import { ModelProblem } from './problem.ts';
import type { SourceFile } from './readers/reader.ts';

/** What a rule says at one place, with the lines of the design that the facts behind it stand on. */
export interface Ground {
  readonly rule: string;
  readonly says: string;
  readonly lines: readonly number[];
}

/** A review criterion that the model settles. */
export interface ByModel {
  readonly criterion: string;
  readonly verdict: 'met' | 'violated';
  readonly grounds: readonly Ground[];
}

export interface Settling {
  readonly settled: readonly ByModel[];
  /** Why the model could not be read, in one line. */
  readonly problem?: string;
}

/**
 * The criteria that the model written into a design settles. Violated: a rule of the criterion whose severity is critical
 * or high finds its fault. Met: each rule whose page says `meets` looked at something and found nothing, nor did another.
 */
export async function settledByModel(file: SourceFile): Promise<Settling> {
  const loaded = loadedOr(file);
  if (typeof loaded === 'string') return { settled: [], problem: loaded };
  const outcomes = [...outcomesOf(new Design(loaded.model))];
  const pages = await mattersOf(outcomes);
  const byCriterion = groupBy(outcomes, ({ rule }) => pages.get(rule)?.criterion ?? '');
  const settled = [...byCriterion].flatMap(([criterion, own]) => settle(criterion, own, pages, loaded.placeOf));
  return { settled };
}

function loadedOr(file: SourceFile): Loaded | string {
  try {
    return loadModel([file]);
  } catch (error) {
    if (error instanceof ModelProblem) return error.message;
    throw error;
  }
}

function settle(
  criterion: string,
  outcomes: readonly Outcome[],
  pages: ReadonlyMap<string, RuleMatter>,
  placeOf: Loaded['placeOf'],
): ByModel[] {
  const ground = ({ rule, answer, say }: Outcome): Ground => {
    const lines = answer.rests.flatMap((path) => placeOf(path)?.line ?? []);
    const says = answer.holds === true ? say() : `the model has none of: ${pages.get(rule)?.title ?? rule}`;
    return { rule, says, lines: [...new Set(lines)] };
  };
  const isSevere = ({ rule }: Outcome) => ['critical', 'high'].includes(pages.get(rule)?.severity ?? '');
  const violated = outcomes.filter(({ answer }) => answer.holds === true);
  const severe = violated.filter(isSevere);
  if (severe.length > 0) return [{ criterion, verdict: 'violated', grounds: severe.map(ground) }];
  const meeting = outcomes.filter(({ rule }) => pages.get(rule)?.meets === true);
  const isMet = violated.length === 0 && meeting.length > 0 && meeting.every(({ answer }) => answer.holds === false);
  return isMet ? [{ criterion, verdict: 'met', grounds: meeting.map(ground) }] : [];
}
