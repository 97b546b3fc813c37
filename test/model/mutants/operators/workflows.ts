import type { Operator, When } from '../mutants.ts';
import { all, both, has, isShared, listOf, named, placeOf, stepsAfter, stepsBefore } from '../places.ts';
import type { Raw } from '../sound.ts';

const isOrchestrated = has('style', 'orchestration');
const hasUndo: When = ({ undo }) => typeof undo === 'object';
const isIrreversible = ({ irreversible, handler }: Raw, model: Raw) =>
  (irreversible ?? named(model, 'handlers', handler)['irreversible']) === true;
const mayFailLater: When = (step, [, workflow]) =>
  stepsAfter(step, workflow).some((later) => later['canReject'] === true);
const behindPivot: When = (step, [, workflow]) =>
  stepsBefore(step, workflow).some((earlier) => earlier['kind'] === 'pivot');

const compensatableFields = (model: Raw) =>
  new Set(
    all(model, 'workflows')
      .flatMap((workflow) => listOf(workflow, 'steps'))
      .filter(({ kind }) => kind === 'compensatable')
      .flatMap((step) => listOf(named(model, 'handlers', step['handler']), 'writes').map(placeOf)),
  );

export const WORKFLOWS: readonly Operator[] = [
  {
    rule: 'saga.step-without-undo',
    at: 'workflows.*.steps.*',
    set: { undo: 'none' },
    when: both(has('kind', 'compensatable'), mayFailLater),
  },
  {
    rule: 'saga.rejection-after-pivot',
    at: 'workflows.*.steps.*',
    set: { canReject: true },
    when: behindPivot,
    also: (step, [, workflow], model) =>
      stepsBefore(step, workflow).some((earlier) => isIrreversible(earlier, model))
        ? ['saga.irreversible-before-pivot']
        : [],
  },
  {
    rule: 'saga.irreversible-before-pivot',
    at: 'workflows.*.steps.*',
    set: ({ handler }) => {
      if (typeof handler !== 'string') return { irreversible: true };
      return { [`/handlers/${handler}/irreversible`]: true, [`/handlers/${handler}/claim`]: 'before' };
    },
    when: both(has('kind', 'compensatable'), mayFailLater),
  },
  {
    rule: 'saga.no-single-pivot',
    at: 'workflows.*.steps.*',
    set: { kind: 'pivot', irreversible: true },
    when: both(has('kind', 'retriable'), behindPivot),
  },
  { rule: 'saga.undo-not-idempotent', at: 'workflows.*.steps.*', set: { 'undo.idempotent': false }, when: hasUndo },
  { rule: 'saga.undo-of-nothing', at: 'workflows.*.steps.*', set: { 'undo.noopIfMissing': false }, when: hasUndo },
  { rule: 'saga.command-after-undo', at: 'workflows.*.steps.*', set: { 'undo.tombstone': false }, when: hasUndo },
  { rule: 'saga.undo-registered-late', at: 'workflows.*.steps.*', set: { undoRegistered: 'after' }, when: hasUndo },
  {
    rule: 'saga.undo-gives-up',
    at: 'workflows.*.steps.*',
    set: { 'undo.attempts': 3, 'undo.onExhausted': 'none' },
    when: hasUndo,
  },
  {
    rule: 'saga.retriable-gives-up',
    at: 'workflows.*.steps.*',
    set: { attempts: 3, onExhausted: 'none' },
    when: both(has('kind', 'retriable')),
  },
  {
    rule: 'saga.undo-order',
    at: 'workflows.*',
    set: { undoOrder: 'parallel', 'steps.1.dependsOn': 'first', 'steps.0.id': 'first' },
    when: ({ steps }) =>
      (steps as Record<string, unknown>[]).slice(0, 2).filter(({ undo }) => typeof undo === 'object').length === 2,
  },
  { rule: 'saga.state-not-durable', at: 'workflows.*', set: { durable: false }, when: isOrchestrated },
  { rule: 'saga.command-not-atomic', at: 'workflows.*', set: { sends: 'after-commit' }, when: isOrchestrated },
  {
    rule: 'saga.wait-without-timeout',
    at: 'workflows.*.steps.*',
    set: { timeout: 'none', '../../deadline': 'none' },
    when: both(has('awaits', 'reply', 'event'), (step, [, workflow]) =>
      stepsBefore(step, workflow).every(({ expires }) => expires === undefined),
    ),
    also: (step, [, workflow]) =>
      [step, ...stepsBefore(step, workflow)].some(({ lock, kind }) => lock !== undefined && kind === 'compensatable') &&
      !stepsBefore(step, workflow).some(({ kind: one }) => one === 'pivot')
        ? ['saga.lock-expires']
        : [],
  },
  { rule: 'saga.no-correlation', at: 'workflows.*', set: { correlation: 'none' } },
  {
    rule: 'saga.no-correlation',
    at: 'workflows.*',
    set: { lateReplies: 'ignored' },
    when: (workflow) => listOf(workflow, 'steps').some(({ kind }) => kind === 'pivot'),
  },
  { rule: 'saga.no-correlation', at: 'messages.*', set: { correlates: false }, when: has('kind', 'reply') },
  { rule: 'saga.nobody-ends-it', at: 'workflows.*', set: { owner: 'none' }, when: has('style', 'choreography') },
  {
    rule: 'saga.lock-expires',
    at: 'workflows.*.steps.*',
    set: { 'lock.ttl': '10s' },
    when: ({ lock, kind }) => typeof lock === 'object' && kind === 'compensatable',
  },
  { rule: 'saga.lost-update', at: 'handlers.*.writes.*', set: { mode: 'set', guard: 'none' }, when: isShared },
  {
    rule: 'saga.dirty-read',
    at: 'handlers.*',
    set: ({ reads }) => ({
      'reads.0.pending': 'ignored',
      publishes: [],
      calls: [{ ...(reads as Raw[])[0], effect: true }].slice(1),
      writes: [{ store: 'anywhere', field: 'seen', mode: 'set', guard: 'version' }],
    }),
    when: (handler, _, model) => listOf(handler, 'reads').some((read) => compensatableFields(model).has(placeOf(read))),
  },
  {
    rule: 'saga.stale-value',
    at: 'workflows.*.steps.*',
    set: { rereads: false, '../1.store': 'credit-db', '../1.field': 'limit', '../1.lock': 'none' },
    when: has('usesValueOf', 'quote'),
  },
  {
    rule: 'saga.false-commutative',
    at: 'handlers.*.writes.*',
    set: { mode: 'set' },
    when: has('guard', 'commutative'),
  },
  {
    rule: 'saga.deadline-too-short',
    at: 'workflows.*',
    set: { deadline: '1s' },
    when: (workflow) => listOf(workflow, 'steps').some(({ kind }) => kind !== 'retriable'),
  },
  {
    rule: 'saga.token-expires',
    at: 'workflows.*.steps.*',
    set: { expires: '1s' },
    when: (step, [, workflow]) => stepsAfter(step, workflow).some(({ kind }) => kind === 'pivot'),
  },
  { rule: 'saga.cancel-race', at: 'workflows.*', set: { cancel: 'race' } },
  { rule: 'saga.versions-mixed', at: 'workflows.*', set: { versioning: 'none' } },
];
