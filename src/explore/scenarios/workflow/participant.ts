import { is } from '../../../model/answer.ts';
import { factsOf } from '../../ledger.ts';
import { and, negate, type Action, type Condition, type Update } from '../../program.ts';
import type { Saga } from './saga.ts';
import { STATUS, type Step } from './step.ts';

/** What the one who does a step makes of its commands: it carries them out, refuses them, or has had them before. */
export function participant(saga: Saga, step: Step): void {
  const { actor, name, commands, effect, seen, undone, hasEffect, dedup } = step;
  const fresh = and(commands.atLeast(1), seen.is(0));
  const lands = hasEffect ? [effect.up(), seen.set(1)] : [];
  const facts = factsOf(dedup);
  carry(saga, step, {
    actor,
    text: `${actor} carries out ${name}`,
    when: and(fresh, undone.is(0)),
    sets: lands,
    declared: name,
  });
  late(saga, step, and(fresh, undone.atLeast(1)));
  const again = and(commands.atLeast(1), seen.is(1));
  if (dedup.is)
    carry(saga, step, { actor, text: `${actor} recognises a repeat of ${name}`, when: again, sets: [], facts });
  else
    carry(saga, step, { actor, text: `${actor} carries out ${name} again`, when: again, sets: [effect.up()], facts });
  if (step.rejects.is) refuse(saga, step, fresh);
  if (step.rejects.is && dedup.is) refuseAgain(saga, step);
  saga.draft.step(
    actor,
    `${actor} cannot process the command for ${name}, which is set aside`,
    fresh,
    [commands.down()],
    { fault: 'reject' },
  );
}

/** A command that its undo has overtaken. */
function late(saga: Saga, step: Step, when: Condition): void {
  const { actor, name, effect, seen, hasEffect, undo } = step;
  if (!hasEffect || undo === undefined) return;
  const tombstone = saga.ledger.guards(is(undo.step.part('undo').fact('tombstone'), true));
  const facts = factsOf(tombstone);
  if (tombstone.is)
    carry(saga, step, {
      actor,
      text: `${actor} drops ${name}, which was undone before it came`,
      when,
      sets: [],
      facts,
    });
  else
    carry(saga, step, {
      actor,
      text: `${actor} carries out ${name} though ${undo.name} has been there before it`,
      when,
      sets: [effect.up(), seen.set(1)],
      facts,
    });
}

function refuse({ draft, expects }: Saga, step: Step, fresh: Condition): void {
  const { actor, name, commands, reply, rejects, dedup, seen } = step;
  draft.step(
    actor,
    `${actor} refuses ${name}: a business rule says no`,
    and(fresh, expects(step)),
    [commands.down(), reply.set(2), ...(dedup.is ? [seen.set(2)] : [])],
    { to: step.name, fault: 'reject', facts: factsOf(rejects) },
  );
}

/** Who recognises a repeat has also kept that it refused. */
function refuseAgain({ draft, expects }: Saga, step: Step): void {
  const { actor, name, commands, reply, seen, dedup } = step;
  const again = and(commands.atLeast(1), seen.is(2));
  const text = `${actor} refuses a repeat of ${name} as before`;
  draft.step(actor, text, and(again, expects(step)), [commands.down(), reply.set(2)], { facts: factsOf(dedup) });
  draft.step(actor, text, and(again, negate(expects(step))), [commands.down()], { facts: factsOf(dedup) });
}

/** Carries a command out and answers, where somebody waits for the answer. */
function carry(
  saga: Saga,
  step: Step,
  action: Pick<Action, 'actor' | 'text' | 'when' | 'facts' | 'declared'> & { sets: readonly Update[] },
): void {
  const { draft, expects, mayRepeat } = saga;
  const { commands, reply } = step;
  const answers = [
    { when: expects(step), sets: [reply.set(1)], suffix: '', to: { to: saga.actor } },
    { when: negate(expects(step)), sets: [], suffix: ', and nobody waits for the answer', to: {} },
  ];
  for (const { when, sets, suffix, to } of answers) {
    const done = { ...action, ...to, when: and(action.when, when) };
    draft.add({
      ...done,
      text: `${action.text}${suffix}`,
      sets: [commands.down(), ...action.sets, ...sets],
    });
    if (!mayRepeat.is || action.declared === undefined || !step.hasEffect) continue;
    draft.add({
      ...done,
      text: `${step.actor} carries out ${step.name} and crashes before it acknowledges: the command comes again`,
      fault: 'crash',
      sets: action.sets,
      facts: factsOf(mayRepeat),
    });
  }
}

/** What a channel may do to commands and replies on their way. */
export function transport({ draft, mayLose, mayRepeat, actor }: Saga, step: Step): void {
  const { name, commands, reply, undoCommands, undoReply, undo } = step;
  const messages = [
    { variable: commands, what: `the command for ${name}`, copies: true },
    { variable: reply, what: `the answer to ${name}`, copies: false },
    ...(undo === undefined
      ? []
      : [
          { variable: undoCommands, what: `the command for ${undo.name}`, copies: true },
          { variable: undoReply, what: `the answer to ${undo.name}`, copies: false },
        ]),
  ];
  for (const { variable, what, copies } of messages) {
    if (mayLose.is)
      draft.step(
        actor,
        `${what} is lost on its way`,
        variable.atLeast(1),
        [copies ? variable.down() : variable.set(0)],
        { fault: 'lose', facts: factsOf(mayLose) },
      );
    if (mayRepeat.is && copies)
      draft.step(actor, `${what} is delivered twice`, variable.is(1), [variable.set(2)], {
        fault: 'duplicate',
        facts: factsOf(mayRepeat),
      });
  }
}

/** Statuses in which an answer still counts. */
export const EXPECTING = [STATUS.waiting, STATUS.parked, STATUS.abandoned];
