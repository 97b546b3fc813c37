import { is, isEndless, not, present, all } from '../../../model/answer.ts';
import { factsOf } from '../../ledger.ts';
import { and, or, type Condition } from '../../program.ts';
import { bounded } from '../tries.ts';
import { PHASE, type Saga } from './saga.ts';
import { STATUS, type Step, type UndoFacts } from './step.ts';
import { registered, turn } from './undoing.ts';

/** What is done about a step once the workflow goes back. */
export function backward(saga: Saga, step: Step): void {
  const { phase } = saga;
  const { when, facts } = turn(saga, step);
  const inTurn = and(phase.is(PHASE.backward), when);
  if (step.undo !== undefined) undoes(saga, step, step.undo, inTurn, facts);
  else leaves(saga, step, inTurn);
}

function leaves({ draft, actor }: Saga, step: Step, inTurn: Condition): void {
  const { status, name, hasEffect, noUndo } = step;
  draft.step(
    actor,
    hasEffect ? `${actor} has no way to take ${name} back` : `${actor} has nothing to take back for ${name}`,
    and(inTurn, status.isOneOf(STATUS.done, STATUS.unknown)),
    [status.set(STATUS.closed)],
    { facts: hasEffect ? noUndo : [] },
  );
}

function undoes(saga: Saga, step: Step, undo: UndoFacts, inTurn: Condition, facts: readonly string[]): void {
  const { draft, actor } = saga;
  const { status, undoCommands, undoTries, undoReply } = step;
  const record = registered(saga, step, undo);
  draft.step(
    actor,
    `${actor} sends the command for ${undo.name}`,
    and(inTurn, record.is ? status.isOneOf(STATUS.done, STATUS.unknown) : status.is(STATUS.done)),
    [status.set(STATUS.undoing), undoCommands.set(1), undoTries.set(1)],
    { to: step.actor, facts },
  );
  if (!record.is)
    draft.step(
      actor,
      `${actor} takes the timeout of ${step.name} for a failure and does not run ${undo.name}`,
      and(inTurn, status.is(STATUS.unknown)),
      [status.set(STATUS.closed)],
      { facts: factsOf(record) },
    );
  draft.step(actor, `${actor} hears that ${undo.name} is done`, and(status.is(STATUS.undoing), undoReply.is(1)), [
    status.set(STATUS.closed),
    undoReply.set(0),
    undoTries.set(0),
  ]);
  triesAgain(saga, step, undo);
}

/** The undo is sent again, without an end or until its tries are used up. */
function triesAgain({ draft, actor, ledger }: Saga, step: Step, undo: UndoFacts): void {
  const { status, undoCommands, undoReply, undoTries, failed, times } = step;
  if (!times.is) return;
  const undoPart = step.part.part('undo');
  const attempts = bounded(ledger.count(undoPart.fact('attempts'), Infinity, 1));
  const isFinite = Number.isFinite(attempts.value);
  const waiting = and(status.is(STATUS.undoing), failed.is(0));
  const none = and(undoCommands.is(0), undoReply.is(0));
  const some = or(undoCommands.atLeast(1), undoReply.atLeast(1));
  const sends = [undoCommands.up(), ...(isFinite ? [undoTries.up()] : [])];
  const more = and(waiting, isFinite ? undoTries.below(attempts.value) : and());
  const again = `${actor} sends the command for ${undo.name} again`;
  draft.step(actor, `no answer to ${undo.name} comes in time; ${again}`, and(more, none), sends, { to: step.actor });
  draft.step(actor, `the answer to ${undo.name} takes longer than the timeout; ${again}`, and(more, some), sends, {
    to: step.actor,
    fault: 'timeout',
  });
  if (!isFinite) return;
  const told = ledger.guards(is(undoPart.fact('onExhausted'), 'park', 'alarm'));
  draft.step(
    actor,
    told.is
      ? `${actor} sets ${undo.name} aside and calls somebody`
      : `${actor} gives ${undo.name} up after its last try`,
    and(waiting, none, undoTries.atLeast(attempts.value)),
    [status.set(told.is ? STATUS.parked : STATUS.closed), undoTries.set(0)],
    { facts: [...factsOf(told), ...attempts.facts] },
  );
}

/** Whoever has a deadline and an owner is told of an instance that stands still. */
export function hasWatch({ ledger, workflow }: Pick<Saga, 'ledger' | 'workflow'>) {
  return ledger.guards(all(not(isEndless(workflow.fact('deadline'))), present(workflow.fact('owner'))));
}
