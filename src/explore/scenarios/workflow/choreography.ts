import { is } from '../../../model/answer.ts';
import { factsOf } from '../../ledger.ts';
import { and } from '../../program.ts';
import { ready } from './orchestrator.ts';
import { PHASE, type Saga } from './saga.ts';
import { STATUS, type Step } from './step.ts';
import { turn } from './undoing.ts';

/**
 * Without a leader each step is started by the event of the one before it, and each service undoes its own step when it
 * hears of a refusal. Nobody waits, so nobody times out.
 */
export function passOn(saga: Saga, step: Step): void {
  const { draft, workflow, ledger, phase } = saga;
  const { status, commands, reply, name, actor } = step;
  const at = saga.steps.indexOf(step);
  const before = saga.steps[at - 1];
  const gap = ledger.risks(is(workflow.fact('sends'), 'after-commit'));
  const teller = before?.actor ?? saga.actor;
  const tells = `${teller} tells ${actor} that ${name} is next`;
  const sent = [status.set(STATUS.waiting), commands.set(1)];
  draft.step(teller, tells, ready(saga, step), sent, { to: actor });
  if (gap.is && before !== undefined)
    draft.step(
      teller,
      `${teller} saves that ${before.name} is done and crashes before it tells ${actor}`,
      ready(saga, step),
      [status.set(STATUS.waiting)],
      { fault: 'crash', facts: factsOf(gap) },
    );
  draft.step(actor, `${actor} has done ${name}`, and(status.is(STATUS.waiting), reply.is(1)), [
    status.set(STATUS.done),
    reply.set(0),
  ]);
  if (!step.rejects.is) return;
  draft.step(actor, `${actor} tells the others that ${name} was refused`, and(status.is(STATUS.waiting), reply.is(2)), [
    status.set(STATUS.refused),
    reply.set(0),
    phase.set(PHASE.backward),
  ]);
}

/** A service that hears of a refusal undoes its own step. */
export function undoesItself(saga: Saga, step: Step): void {
  const { draft, phase } = saga;
  const { status, undo, actor, name, undoCommands, undoReply, hasEffect, noUndo } = step;
  const { when, facts } = turn(saga, step);
  const inTurn = and(phase.is(PHASE.backward), when, status.is(STATUS.done));
  if (undo === undefined) {
    draft.step(
      actor,
      hasEffect ? `${actor} has no way to take ${name} back` : `${actor} has nothing to take back for ${name}`,
      inTurn,
      [status.set(STATUS.closed)],
      { facts: hasEffect ? noUndo : [] },
    );
    return;
  }
  draft.step(
    actor,
    `${actor} hears that the workflow goes back`,
    inTurn,
    [status.set(STATUS.undoing), undoCommands.set(1)],
    { facts },
  );
  draft.step(actor, `${actor} has done ${undo.name}`, and(status.is(STATUS.undoing), undoReply.is(1)), [
    status.set(STATUS.closed),
    undoReply.set(0),
  ]);
}
