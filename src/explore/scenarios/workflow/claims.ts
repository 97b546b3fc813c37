import { factsOf } from '../../ledger.ts';
import { and, or, type Condition } from '../../program.ts';
import { PHASE, quiet, type Saga } from './saga.ts';
import type { Step } from './step.ts';

/** What must never come about in a workflow. */
export function claims(saga: Saga): void {
  const { draft, workflow, steps, phase } = saga;
  const acting = steps.filter(({ hasEffect }) => hasEffect);
  const still = quiet(saga);
  draft.claim({
    property: 'all-or-nothing',
    violated: and(
      still,
      or(
        and(phase.is(PHASE.aborted), or(...acting.map(({ effect }) => effect.atLeast(1)))),
        and(phase.is(PHASE.committed), or(...acting.map(({ effect }) => effect.is(0)))),
      ),
    ),
    say: `${workflow.name} has ended with some of its steps in place and others not`,
    cases: acting.flatMap(({ name, effect }) => [
      { when: and(phase.is(PHASE.aborted), effect.atLeast(1)), say: `${name} still stands` },
      { when: and(phase.is(PHASE.committed), effect.is(0)), say: `${name} is missing` },
    ]),
  });
  draft.claim({
    property: 'once',
    violated: or(...acting.flatMap(({ effect, undone }) => [effect.is(2), undone.is(2)])),
    say: `something of ${workflow.name} was done more than once`,
    cases: acting.flatMap(({ name, effect, undone, undo }) => [
      { when: effect.is(2), say: name },
      { when: undone.is(2), say: undo?.name ?? name },
    ]),
    facts: factsOf(...acting.map(({ dedup }) => dedup)),
  });
  const undoable = acting.filter(({ undo }) => undo !== undefined);
  draft.claim({
    property: 'no-orphan-undo',
    violated: or(
      ...undoable.flatMap((step) => [step.failed.is(1), and(step.effect.atLeast(1), step.undone.atLeast(1))]),
      ...undoable.flatMap((step) => uprooted(step, acting)),
    ),
    say: `an undo of ${workflow.name} ran where there was nothing to take back, or before what it takes back`,
  });
}

/** It was undone while a step that depends on it was still in place. */
function uprooted(step: Step, acting: readonly Step[]): Condition[] {
  const id = step.part.fact('id').value;
  return acting
    .filter(({ part }) => id !== undefined && part.fact('dependsOn').value?.includes(id) === true)
    .map(({ effect }) => and(step.undone.atLeast(1), effect.atLeast(1)));
}
