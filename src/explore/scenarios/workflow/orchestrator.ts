import { is, not } from '../../../model/answer.ts';
import { beside } from '../../../model/pivot.ts';
import { factsOf } from '../../ledger.ts';
import { and, or, type Condition, type Update } from '../../program.ts';
import { PHASE, type Saga } from './saga.ts';
import { STATUS, type Step } from './step.ts';

/** What the one who leads the workflow does about a step on the way forward. */
export function forward(saga: Saga, step: Step): void {
  start(saga, step);
  if (!step.awaits) return;
  accept(saga, step);
  giveUp(saga, step);
}

/** Everything before a step is done. */
export function ready({ steps, phase }: Saga, step: Step): Condition {
  const before = steps.slice(0, steps.indexOf(step)).filter((one) => !beside(step.part, one.part));
  return and(
    phase.is(PHASE.forward),
    step.status.is(STATUS.idle),
    ...before.map(({ status }) => status.is(STATUS.done)),
  );
}

function start(saga: Saga, step: Step): void {
  const { draft, actor, workflow, ledger, phase } = saga;
  const { status, commands, tries, name } = step;
  const sent = [status.set(step.awaits ? STATUS.waiting : STATUS.done), commands.set(1), tries.set(1)];
  const gap = ledger.risks(is(workflow.fact('sends'), 'after-commit'));
  const message = { actor, to: step.actor };
  if (!gap.is) {
    draft.add({ ...message, text: `${actor} sends the command for ${name}`, when: ready(saga, step), sets: sent });
    return;
  }
  const saved = and(phase.is(PHASE.forward), status.is(STATUS.saved));
  draft.step(actor, `${actor} saves that ${name} is next`, ready(saga, step), [status.set(STATUS.saved)]);
  draft.add({ ...message, text: `${actor} sends the command for ${name}`, when: saved, sets: sent });
  draft.step(
    actor,
    `${actor} crashes before it sends the command for ${name}, and restarts as if it were sent`,
    saved,
    [status.set(STATUS.waiting), tries.set(1)],
    { fault: 'crash', facts: factsOf(gap) },
  );
}

function accept({ draft, actor, phase, expects }: Saga, step: Step): void {
  const { status, reply, tries, name } = step;
  const over = [reply.set(0), tries.set(0)];
  draft.step(actor, `${actor} hears that ${name} is done`, and(expects(step), reply.is(1)), [
    status.set(STATUS.done),
    ...over,
  ]);
  if (!step.rejects.is) return;
  draft.step(actor, `${actor} hears that ${name} was refused, and goes back`, and(expects(step), reply.is(2)), [
    status.set(STATUS.refused),
    phase.set(PHASE.backward),
    ...over,
  ]);
}

/** Nothing comes, or it comes too late: another try, or an end of the tries. */
function giveUp(saga: Saga, step: Step): void {
  const { times, attempts, tries, status, commands, name } = step;
  if (!times.is) return;
  const { actor } = saga;
  const waiting = status.is(STATUS.waiting);
  const isFinite = Number.isFinite(attempts.value);
  timeouts(saga, step, {
    text: `${actor} sends the command for ${name} again`,
    when: and(waiting, isFinite ? tries.below(attempts.value) : and()),
    sets: [commands.up(), ...(isFinite ? [tries.up()] : [])],
  });
  if (!isFinite) return;
  const last = and(waiting, tries.atLeast(attempts.value));
  for (const end of ends(saga, step))
    timeouts(saga, step, {
      text: end.text,
      when: and(last, end.when),
      sets: [...end.sets, tries.set(0)],
      facts: [...attempts.facts, ...end.facts],
    });
}

interface Outcome {
  readonly text: string;
  readonly when: Condition;
  readonly sets: readonly Update[];
  readonly facts?: readonly string[];
}

/** A timeout is genuine where nothing is on its way, which is no fault; else it came too early. */
export function timeouts({ draft, actor }: Saga, step: Step, { text, when, sets, facts = [] }: Outcome): void {
  const { commands, reply, times, name } = step;
  const rests = [...factsOf(times), ...facts];
  draft.step(actor, `no answer to ${name} comes in time; ${text}`, and(when, commands.is(0), reply.is(0)), sets, {
    facts: rests,
  });
  draft.step(
    actor,
    `the answer to ${name} takes longer than the timeout; ${text}`,
    and(when, or(commands.atLeast(1), reply.atLeast(1))),
    sets,
    { fault: 'timeout', facts: rests },
  );
}

/** What the end of its tries means: before the pivot the workflow goes back, behind it somebody is told, or nobody. */
function ends(saga: Saga, step: Step): (Outcome & { facts: readonly string[] })[] {
  const { phase, ledger, workflow, actor } = saga;
  const { status, part, reply, name, isPivot, isForward } = step;
  const back = {
    text: `${actor} gives ${name} up and goes back`,
    sets: [status.set(STATUS.unknown), reply.set(0), phase.set(PHASE.backward)],
    facts: [],
  };
  if (!isPivot && !isForward) return [{ ...back, when: and() }];
  const ahead = phase.is(PHASE.forward);
  const returning = { ...back, when: phase.is(PHASE.backward) };
  const told = ledger.guards(is(part.fact('onExhausted'), 'park', 'alarm'));
  if (told.is)
    return [
      {
        text: `${actor} sets ${name} aside and calls somebody`,
        when: ahead,
        sets: [status.set(STATUS.parked)],
        facts: factsOf(told),
      },
      returning,
    ];
  // A pivot that nobody was told of is open: its late answer decides, if late answers count.
  const late = isPivot ? ledger.guards(not(is(workflow.fact('lateReplies'), 'ignored'))) : { is: true, facts: [] };
  if (!late.is) return [{ ...back, when: and(), facts: factsOf(told, late) }];
  const text = isPivot
    ? `${actor} waits for ${name} without trying again`
    : `${actor} gives ${name} up, and nobody is told`;
  return [{ text, when: ahead, sets: [status.set(STATUS.abandoned)], facts: factsOf(told, late) }, returning];
}
