import { is } from '../../model/answer.ts';
import type { Stepping } from '../../model/design.ts';
import { FieldWriters } from '../../model/field-writers.ts';
import type { Part } from '../../model/part.ts';
import type * as S from '../../model/schema/index.ts';
import { factsOf, type Ledger } from '../ledger.ts';
import { and, Draft, type Program } from '../program.ts';
import type { Scenarios } from '../scenario.ts';
import { small } from './small.ts';

type Read = Part<NonNullable<S.Handler['reads']>[number]>;

/** Who acts on a value that a workflow may still take back. */
export const pendingReads: Scenarios = function* (design) {
  const fields = new FieldWriters(design);
  for (const handler of design.handlers.filter(acts))
    for (const read of handler.list('reads')) {
      const step = pendingStep(fields, handler, read);
      if (step !== undefined)
        yield {
          id: `${read.path}:pending`,
          title: `${handler.name} reads what ${step.workflow.name} may take back`,
          at: read.path,
          workflow: step.workflow.name,
          build: (ledger) => programOf(handler, read, step, ledger),
        };
    }
};

function acts(handler: Part<S.Handler>): boolean {
  return handler.list('writes').length + handler.list('publishes').length + handler.list('calls').length > 0;
}

/** A step of a workflow that the reader is no part of, and that can be taken back. */
function pendingStep(fields: FieldWriters, handler: Part<S.Handler>, read: Read): Stepping | undefined {
  const own = fields.member(handler.name).workflows;
  return fields
    .of(read.value)
    .flatMap(({ steps }) => steps)
    .find(({ workflow, step }) => !own.has(workflow.name) && step.fact('kind').value === 'compensatable');
}

function programOf(handler: Part<S.Handler>, read: Read, { workflow, name }: Stepping, ledger: Ledger): Program {
  const draft = new Draft();
  const [value, acted] = [draft.variable(name, 3), draft.variable(handler.name)];
  const told = ledger.guards(is(read.fact('pending'), 'respected'));
  const refused = { actor: workflow.name, fault: 'reject' as const };
  draft.step(workflow.name, `${workflow.name} does ${name}`, value.is(0), [value.set(1)], { declared: name });
  draft.step(workflow.name, `${workflow.name} is finished`, value.is(1), [value.set(2)]);
  draft.add({
    ...refused,
    text: `a later step of ${workflow.name} is refused, and ${name} is taken back`,
    when: value.is(1),
    sets: [value.set(3)],
  });
  draft.step(
    handler.name,
    told.is ? `${handler.name} acts on the value` : `${handler.name} acts on the value, pending or not`,
    and(acted.is(0), told.is ? value.is(2) : value.isOneOf(1, 2)),
    [acted.set(1)],
    { facts: factsOf(told), declared: handler.name },
  );
  draft.claim({
    property: 'isolation',
    violated: and(acted.is(1), value.is(3)),
    say: `${handler.name} has acted on what ${workflow.name} then took back`,
  });
  return small(draft);
}
