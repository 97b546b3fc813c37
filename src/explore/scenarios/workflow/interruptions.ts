import { absent, is, not } from '../../../model/answer.ts';
import { deadlineTooShort } from '../../../model/rules/saga.deadline-too-short.ts';
import { factsOf } from '../../ledger.ts';
import { and, or } from '../../program.ts';
import { faultAt } from '../fault-at.ts';
import { PHASE, type Saga } from './saga.ts';
import { STATUS } from './step.ts';

/** What ends a workflow, or misleads it, from outside of its own steps. */
export function interruptions(saga: Saga): void {
  cancels(saga);
  runsOutOfTime(saga);
  mixesAnswersUp(saga);
  forgets(saga);
}

/** A user's cancel that nobody ordered against the end of the work. */
function cancels({ draft, ledger, workflow, steps, phase, actor }: Saga): void {
  const race = ledger.risks(is(workflow.fact('cancel'), 'race'));
  if (!race.is) return;
  const started = steps.map(({ status }) => status.isOneOf(STATUS.waiting, STATUS.done));
  draft.step(
    'the user',
    `the user cancels, and ${actor} goes back though the work may be under way`,
    and(phase.is(PHASE.forward), or(...started)),
    [phase.set(PHASE.backward)],
    { to: actor, facts: factsOf(race) },
  );
}

/** A deadline that is shorter than what the steps may take comes in the ordinary course of things. */
function runsOutOfTime({ design, draft, ledger, workflow, phase, actor }: Saga): void {
  const short = ledger.risks(faultAt(design, deadlineTooShort, `${workflow.path}.deadline`));
  if (!short.is) return;
  draft.step(
    actor,
    `the deadline passes while ${actor} is still within its tries, and it goes back`,
    phase.is(PHASE.forward),
    [phase.set(PHASE.backward)],
    { facts: factsOf(short) },
  );
}

/** An answer that does not say what it answers is taken for that of the step that waits. */
function mixesAnswersUp({ draft, ledger, workflow, steps, actor, mayRepeat }: Saga): void {
  const mixed = ledger.risks(absent(workflow.fact('correlation')));
  if (!mixed.is || !mayRepeat.is) return;
  for (const [at, step] of steps.entries()) {
    const earlier = steps.slice(0, at).findLast(({ awaits }) => awaits);
    if (!step.awaits || earlier === undefined) continue;
    draft.step(
      actor,
      `a second answer to ${earlier.name} comes, and ${actor} takes it for that to ${step.name}`,
      and(step.status.is(STATUS.waiting), earlier.status.is(STATUS.done)),
      [step.status.set(STATUS.done), step.reply.set(0), step.tries.set(0)],
      { fault: 'duplicate', facts: factsOf(mixed, mayRepeat) },
    );
  }
}

/** A leader that keeps its state in memory. */
function forgets({ draft, ledger, workflow, phase, steps, actor }: Saga): void {
  if (workflow.fact('style').value === 'choreography') return;
  const durable = ledger.guards(not(is(workflow.fact('durable'), false)));
  if (durable.is) return;
  draft.step(
    actor,
    `${actor} restarts and has forgotten the workflow`,
    phase.isOneOf(PHASE.forward, PHASE.backward),
    [phase.set(PHASE.forgotten), ...steps.map(({ status }) => status.set(STATUS.closed))],
    { fault: 'crash', facts: factsOf(durable) },
  );
}
