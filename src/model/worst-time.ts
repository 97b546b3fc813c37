import { all, any, some, stated, type Answer } from './answer.ts';
import { above, amount, greatest, plus, type Amount } from './arithmetic.ts';
import type { Part } from './part.ts';
import type { Step, Workflow } from './schema/index.ts';
import { triesTime } from './tries.ts';

/** Longest that steps can take one after the other; of those with one `parallel` name the longest counts. */
export function worstTime(steps: readonly Part<Step>[]): Amount {
  const groups: Part<Step>[][] = [];
  for (const step of steps) {
    const group = step.fact('parallel').value;
    const last = groups.at(-1);
    if (last !== undefined && group !== undefined && last[0]?.fact('parallel').value === group) last.push(step);
    else groups.push([step]);
  }
  return plus(...groups.map((group) => greatest(...group.map((step) => triesTime(step)))));
}

/**
 * Whether the steps until the workflow is decided may take longer than that: those up to the pivot, or up to the last
 * step that is not `retriable` where none is one. What comes behind only goes forward and has no end to keep.
 */
export function decidesLaterThan(steps: readonly Part<Step>[], limit: Amount): Answer {
  const { sure, most, isSure } = decided(steps);
  return any(above(worstTime(steps.slice(0, sure)), limit), all(isSure, above(worstTime(steps.slice(0, most)), limit)));
}

/** Whether an instance may live longer: its steps do, and its deadline, which ends only what is undecided, does not end it. */
export function livesLongerThan(workflow: Part<Workflow>, limit: Amount): Answer {
  const steps = workflow.list('steps');
  if (steps.length === 0) return some(workflow.fact('steps'));
  const { path, value } = workflow.fact('deadline');
  const deadline = amount({ path, value: value === 'none' ? Infinity : value });
  const { sure, most, isSure } = decided(steps);
  const goesOnFrom = (from: number) =>
    from < steps.length ? above(plus(deadline, worstTime(steps.slice(from))), limit) : above(deadline, limit);
  return all(above(worstTime(steps), limit), any(goesOnFrom(most), all(isSure, goesOnFrom(sure))));
}

interface Decided {
  /** So many steps are surely before the decision or make it. */
  readonly sure: number;
  /** So many may be. */
  readonly most: number;
  /** Whether both are the same for what is stated. */
  readonly isSure: Answer;
}

function decided(steps: readonly Part<Step>[]): Decided {
  const kinds = steps.map((step) => step.fact('kind'));
  const pivot = kinds.findIndex(({ value }) => value === 'pivot');
  const end = (isOpen: (kind: Step['kind']) => boolean) =>
    pivot < 0 ? kinds.findLastIndex(({ value }) => value !== 'retriable' && isOpen(value)) : pivot;
  const most = end(() => true);
  // A step of unstated kind may be the pivot, and then what is behind it does not count.
  const open = kinds.findIndex(({ value }) => value === undefined);
  const settled = end((kind) => kind !== undefined);
  const sure = open < 0 ? most : Math.min(open, settled);
  return { sure: sure + 1, most: most + 1, isSure: all(...kinds.map(stated)) };
}
