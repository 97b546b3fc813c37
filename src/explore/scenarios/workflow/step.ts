import { all, any, ask, is, isEndless, not, present, type Answer } from '../../../model/answer.ts';
import type { Design, Stepping } from '../../../model/design.ts';
import { irreversible } from '../../../model/irreversible.ts';
import type { Part } from '../../../model/part.ts';
import { pastPivot } from '../../../model/pivot.ts';
import type * as S from '../../../model/schema/index.ts';
import { mayHaveUndo } from '../../../model/undo.ts';
import type { Counted, Ledger, Told } from '../../ledger.ts';
import type { Draft, Variable } from '../../program.ts';
import { areHarmless } from '../harmless.ts';
import { bounded, MANY } from '../tries.ts';

/** Where the workflow is with a step. */
export const STATUS = {
  idle: 0,
  /** Decided, and the command is not yet sent. */
  saved: 1,
  waiting: 2,
  done: 3,
  refused: 4,
  /** Given up while its outcome is open; the workflow goes back. */
  unknown: 5,
  undoing: 6,
  /** Nothing more is done about it. */
  closed: 7,
  /** Given up, and somebody was told. */
  parked: 8,
  /** Given up behind the point of no return, and nobody was told. */
  abandoned: 9,
} as const;

/** What the design says of a step. */
export interface StepFacts {
  readonly hasEffect: boolean;
  readonly rejects: Told;
  readonly dedup: Told;
  readonly times: Told;
  readonly attempts: Counted;
  readonly undo: UndoFacts | undefined;
  /** Why there is no undo. */
  readonly noUndo: readonly string[];
  readonly isPivot: boolean;
  /** The workflow cannot go back from here. */
  readonly isForward: boolean;
  readonly awaits: boolean;
}

export interface UndoFacts {
  readonly name: string;
  readonly path: string;
  readonly step: Part<S.Step>;
}

/** A step with its variables. */
export interface Step extends StepFacts {
  readonly name: string;
  readonly path: string;
  /** Who does it. */
  readonly actor: string;
  readonly part: Part<S.Step>;
  readonly stepping: Stepping;
  readonly status: Variable;
  /** Commands on their way. */
  readonly commands: Variable;
  /** 1: done, 2: refused. */
  readonly reply: Variable;
  readonly tries: Variable;
  /** How often its effect is in place. */
  readonly effect: Variable;
  /** 1: it was carried out once, whatever came after; 2: it was refused, and that is kept. */
  readonly seen: Variable;
  readonly undoCommands: Variable;
  readonly undoReply: Variable;
  readonly undoTries: Variable;
  /** How often its undo ran. */
  readonly undone: Variable;
  /** Its undo found nothing and failed. */
  readonly failed: Variable;
}

export function stepsOf(design: Design, workflow: Part<S.Workflow>, ledger: Ledger, draft: Draft): Step[] {
  return design.steps
    .filter((stepping) => stepping.workflow === workflow)
    .map((stepping) => {
      const { step, name } = stepping;
      const service = design.serviceOf(design.handler(step.fact('handler')));
      const actor = service.value === undefined ? (step.fact('handler').value ?? name) : service.name;
      const variable = (what: string, max = 2) => draft.variable(`${name} ${what}`, max);
      return {
        ...factsOfStep(design, stepping, ledger),
        name,
        path: step.path,
        actor,
        part: step,
        stepping,
        status: variable('status', STATUS.abandoned),
        commands: variable('commands'),
        reply: variable('reply'),
        tries: variable('tries', MANY),
        effect: variable('effect'),
        seen: variable('seen'),
        undoCommands: variable('undo commands'),
        undoReply: variable('undo reply', 1),
        undoTries: variable('undo tries', MANY),
        undone: variable('undone'),
        failed: variable('undo failed', 1),
      };
    });
}

function factsOfStep(design: Design, stepping: Stepping, ledger: Ledger): StepFacts {
  const { step, name } = stepping;
  const kind = step.fact('kind').value;
  const hasEffect = kind !== 'query';
  const isForever = irreversible(design, step).holds === true;
  const exists = hasEffect && mayHaveUndo(step) ? ledger.guards(present(step.fact('undo'))) : undefined;
  const undo = step.part('undo');
  const hasUndo = exists?.is === true && !isForever;
  return {
    hasEffect,
    rejects: ledger.risks(is(step.fact('canReject'), true)),
    dedup: hasEffect ? ledger.guards(recognises(design, step)) : { is: true, facts: [] },
    times: ledger.guards(not(isEndless(step.fact('timeout')))),
    attempts: bounded(ledger.count(step.fact('attempts'), Infinity, 1)),
    undo: hasUndo ? { name: undo.fact('op').value ?? `undo of ${name}`, path: undo.path, step } : undefined,
    noUndo: isForever ? [`${step.path}.irreversible`] : (exists?.facts ?? [`${step.path}.kind`]),
    isPivot: kind === 'pivot',
    isForward: isPastForGood(stepping),
    awaits: step.fact('awaits').value !== 'none',
  };
}

/** It stands behind the pivot, or where nothing can be taken back and nothing is to be decided. */
function isPastForGood(stepping: Stepping): boolean {
  const isLast =
    stepping.step.fact('kind').value === 'retriable' &&
    !stepping.after.some((later) => later.fact('kind').value === 'pivot');
  return isLast || pastPivot(stepping).holds === true;
}

/** A repeated command changes nothing: the step says it, or its handler's notes or writes do. */
function recognises(design: Design, step: Part<S.Step>): Answer {
  const own = step.fact('deduplicates');
  if (own.value !== undefined || step.fact('handler').value === undefined) return is(own, true);
  const handler = design.handler(step.fact('handler'));
  const kept = all(
    present(handler.fact('dedup')),
    not(is(handler.part('dedup').fact('scope'), 'attempt')),
    any(is(handler.part('dedup').fact('kind'), 'natural'), is(handler.part('dedup').fact('atomic'), true)),
  );
  const writes = handler.fact('writes');
  const harmless = all(
    ask(writes, (listed) => listed.length > 0),
    areHarmless(handler.list('writes')),
  );
  return any(harmless, kept);
}
