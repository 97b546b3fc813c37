import { is } from '../../model/answer.ts';
import type { Design } from '../../model/design.ts';
import type { Part } from '../../model/part.ts';
import type * as S from '../../model/schema/index.ts';
import { factsOf, type Ledger } from '../ledger.ts';
import { and, Draft, NEVER, or, type Program } from '../program.ts';
import type { Scenarios } from '../scenario.ts';
import { backward, hasWatch } from './workflow/backward.ts';
import { passOn, undoesItself } from './workflow/choreography.ts';
import { claims } from './workflow/claims.ts';
import { interruptions } from './workflow/interruptions.ts';
import { forward } from './workflow/orchestrator.ts';
import { EXPECTING, participant, transport } from './workflow/participant.ts';
import { PHASE, quiet, type Saga } from './workflow/saga.ts';
import { settled, undoer } from './workflow/undoing.ts';
import { STATUS, stepsOf, type Step } from './workflow/step.ts';

/** Each workflow by itself: one instance of it. */
export const workflows: Scenarios = function* (design) {
  for (const workflow of design.workflows)
    if (workflow.list('steps').length > 0)
      yield {
        id: workflow.path,
        title: `one instance of ${workflow.name}`,
        at: workflow.path,
        workflow: workflow.name,
        handlers: workflow.list('steps').flatMap((step) => step.fact('handler').value ?? []),
        build: (ledger) => programOf(design, workflow, ledger),
      };
};

function programOf(design: Design, workflow: Part<S.Workflow>, ledger: Ledger): Program {
  const draft = new Draft();
  const phase = draft.variable('phase', PHASE.forgotten);
  const steps = stepsOf(design, workflow, ledger, draft);
  const owner = workflow.fact('owner').value ?? 'none';
  const saga: Saga = {
    design,
    workflow,
    draft,
    ledger,
    actor: owner === 'none' ? workflow.name : owner,
    steps,
    phase,
    mayLose: ledger.risks(is(workflow.fact('delivery'), 'at-most-once')),
    mayRepeat: ledger.risks(is(workflow.fact('delivery'), 'at-least-once')),
    expects: ({ status }: Step) => status.isOneOf(...EXPECTING),
  };
  const isLed = workflow.fact('style').value !== 'choreography';
  for (const step of steps) {
    if (isLed) forward(saga, step);
    else passOn(saga, step);
    participant(saga, step);
    if (isLed) backward(saga, step);
    else undoesItself(saga, step);
    undoer(saga, step);
    transport(saga, step);
  }
  interruptions(saga);
  ends(saga);
  claims(saga);
  return finished(saga);
}

function ends({ draft, steps, phase, actor, workflow }: Saga): void {
  const all = steps.map(({ status }) => status.is(STATUS.done));
  draft.step(
    actor,
    `${workflow.name} is finished`,
    and(phase.is(PHASE.forward), ...all),
    [phase.set(PHASE.committed)],
    { declared: `${workflow.name} is finished` },
  );
  draft.step(actor, `${workflow.name} has gone back`, and(phase.is(PHASE.backward), settled(steps)), [
    phase.set(PHASE.aborted),
  ]);
}

function finished(saga: Saga): Program {
  const { draft, steps, phase, workflow } = saga;
  const watch = hasWatch(saga);
  const parked = or(...steps.map(({ status }) => status.is(STATUS.parked)));
  return {
    ...draft.made(),
    done: and(phase.isOneOf(PHASE.committed, PHASE.aborted), quiet(saga)),
    signalled: or(parked, watch.is ? phase.isOneOf(PHASE.forward, PHASE.backward) : NEVER),
    stuck: { say: `${workflow.name} can neither be finished nor go back, and nobody is told`, facts: factsOf(watch) },
  };
}
