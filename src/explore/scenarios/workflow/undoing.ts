import { all, is, not } from '../../../model/answer.ts';
import { beside } from '../../../model/pivot.ts';
import { factsOf } from '../../ledger.ts';
import { and, negate, type Condition, type Update } from '../../program.ts';
import type { Saga } from './saga.ts';
import { STATUS, type Step, type UndoFacts } from './step.ts';

/** What the one who undoes a step makes of the command: it takes back, has done so before, or finds nothing. */
export function undoer(saga: Saga, step: Step): void {
  const { undo } = step;
  if (undo === undefined) return;
  const { effect, undone, seen, undoReply, failed } = step;
  const facts = undo.step.part('undo');
  const idempotent = saga.ledger.guards(is(facts.fact('idempotent'), true));
  const noop = saga.ledger.guards(is(facts.fact('noopIfMissing'), true));
  const answers = [undoReply.set(1)];
  const op = undo.name;
  const run = (
    text: string,
    when: Condition,
    sets: readonly Update[],
    paths: readonly string[] = [],
    declared?: string,
  ) => undoes(saga, step, { text, when, sets, facts: paths, ...(declared === undefined ? {} : { declared }) });
  run(
    `takes ${step.name} back by ${op}`,
    and(effect.atLeast(1), undone.is(0)),
    [effect.down(), undone.set(1), ...answers],
    [undo.path],
    op,
  );
  const repeat = and(undone.atLeast(1), negate(and(effect.atLeast(1), undone.is(0))));
  if (idempotent.is) run(`recognises a repeat of ${op}`, repeat, answers, factsOf(idempotent));
  else run(`runs ${op} a second time`, repeat, [undone.set(2), ...answers], factsOf(idempotent));
  const nothing = and(seen.isOneOf(0, 2), undone.is(0), failed.is(0));
  if (noop.is)
    run(`runs ${op} on nothing, and takes that for success`, nothing, [undone.set(1), ...answers], factsOf(noop));
  else run(`runs ${op} on nothing, and fails`, nothing, [failed.set(1)], factsOf(noop));
}

interface Undoes {
  readonly text: string;
  readonly when: Condition;
  readonly sets: readonly Update[];
  readonly facts: readonly string[];
  readonly declared?: string;
}

/** In turn where no command of the step is before it; else it overtakes one, which is a fault of the channel. */
function undoes(
  { draft, workflow, ledger, actor }: Saga,
  step: Step,
  { text, when, sets, facts, declared }: Undoes,
): void {
  const { undoCommands, commands } = step;
  const consumed = { actor: step.actor, to: actor, sets: [undoCommands.down(), ...sets] };
  draft.add({
    ...consumed,
    text: `${step.actor} ${text}`,
    when: and(undoCommands.atLeast(1), commands.is(0), when),
    facts,
    ...(declared === undefined ? {} : { declared }),
  });
  const overtakes = ledger.risks(is(workflow.fact('order'), 'none'));
  if (!overtakes.is) return;
  draft.add({
    ...consumed,
    text: `${step.undo?.name ?? 'the undo'} overtakes a command for ${step.name}: ${step.actor} ${text}`,
    fault: 'reorder',
    when: and(undoCommands.atLeast(1), commands.atLeast(1), when),
    facts: [...factsOf(overtakes), ...facts],
  });
}

/** It is the step's turn to be undone. */
export function turn({ steps, workflow, ledger }: Saga, step: Step): { when: Condition; facts: string[] } {
  const at = steps.indexOf(step);
  const isOrdered = steps.some(({ part }) => part.fact('dependsOn').value !== undefined);
  const order = workflow.fact('undoOrder');
  const reverse =
    isOrdered || order.value !== undefined
      ? ledger.guards(not(is(order, 'forward', 'parallel')))
      : { is: true, facts: [] };
  if (!reverse.is && order.value === 'forward') return { when: settled(steps.slice(0, at)), facts: factsOf(reverse) };
  if (!reverse.is) return { when: and(), facts: factsOf(reverse) };
  return {
    when: settled(steps.slice(at + 1).filter((later) => !beside(step.part, later.part))),
    facts: factsOf(reverse),
  };
}

/** Nothing is left to be undone about these. */
export function settled(steps: readonly Step[]): Condition {
  return and(...steps.map(({ status }) => status.isOneOf(STATUS.idle, STATUS.saved, STATUS.refused, STATUS.closed)));
}

/** The undo is on record before the command leaves, so that an open outcome is undone as well. */
export function registered({ ledger }: Saga, { part }: Step, undo: UndoFacts) {
  const told = ledger.guards(all(is(part.fact('undoRegistered'), 'before')));
  return { ...told, undo };
}
