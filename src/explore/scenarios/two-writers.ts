import { all, is, not, present } from '../../model/answer.ts';
import type { Design } from '../../model/design.ts';
import { FieldWriters, memberOf } from '../../model/field-writers.ts';
import type { Part } from '../../model/part.ts';
import type * as S from '../../model/schema/index.ts';
import { factsOf, type Told } from '../ledger.ts';
import { and, Draft, type Program, type Variable } from '../program.ts';
import type { Scenario, Scenarios } from '../scenario.ts';
import { small } from './small.ts';

/** Two who read a value, make something of it, and write it back. */
export const twoWriters: Scenarios = function* (design) {
  const fields = new FieldWriters(design);
  yield* byHandlers(design, fields);
  for (const stepping of design.steps) {
    const { step, workflow, name } = stepping;
    if (step.fact('handler').value === undefined && step.fact('kind').value !== 'query') {
      const rival = fields.rivalOf(step.value, memberOf(stepping));
      if (rival !== undefined)
        yield {
          id: `${step.path}:writers`,
          title: `${name} of ${workflow.name} beside another writer of its field`,
          at: step.path,
          workflow: workflow.name,
          build: (ledger) =>
            lostUpdate({
              one: `${workflow.name}.${name}`,
              other: rival.writer.handler?.name ?? 'another workflow',
              overwrites: ledger.risks(rival.comesBetween),
              kept: ledger.guards(present(step.fact('lock'))),
              retries: false,
            }),
        };
    }
  }
};

function* byHandlers(design: Design, fields: FieldWriters): Generator<Scenario> {
  for (const handler of design.handlers)
    for (const write of handler.list('writes')) {
      const rival = fields.rivalOf(write.value, fields.member(handler.name));
      const isSaid = write.fact('guard').value === 'commutative';
      if (rival === undefined && !isSaid) continue;
      const field = write.fact('field').value ?? 'its field';
      const other = rival?.writer.handler;
      yield {
        id: `${write.path}:writers`,
        title: `${handler.name} beside another writer of ${field}`,
        at: write.path,
        build: (ledger) =>
          lostUpdate({
            one: handler.name,
            other: other === undefined || other === handler ? `another run of ${handler.name}` : other.name,
            overwrites: ledger.risks(
              all(is(write.fact('mode'), 'set', 'upsert'), ...(rival === undefined ? [] : [rival.comesBetween])),
            ),
            kept: ledger.guards(guarded(write)),
            retries: write.fact('guard').value === 'version' || write.fact('guard').value === 'reread',
          }),
      };
    }
}

/** A claim that the order does not matter keeps nothing where the value is set. */
function guarded(write: Part<NonNullable<S.Handler['writes']>[number]>) {
  return all(
    not(is(write.fact('guard'), 'none')),
    not(all(is(write.fact('guard'), 'commutative'), is(write.fact('mode'), 'set', 'upsert'))),
  );
}

interface Writers {
  readonly one: string;
  readonly other: string;
  /** What is written takes the place of what was there. */
  readonly overwrites: Told;
  readonly kept: Told;
  /** A writer that comes too late reads again; else the other waits. */
  readonly retries: boolean;
}

function lostUpdate(writers: Writers): Program {
  const draft = new Draft();
  const { one, other } = writers;
  const lost = draft.variable('lost');
  const [first, second] = [sideOf(draft, one), sideOf(draft, other)];
  writes(draft, writers, first, second, lost);
  writes(draft, writers, second, first, lost);
  draft.claim({ property: 'isolation', violated: lost.is(1), say: `what ${other} or ${one} had written is lost` });
  return small(draft);
}

/** One of the two: whether it has read and written, and whether the other has written since it read. */
interface Side {
  readonly name: string;
  readonly at: Variable;
  readonly isBehind: Variable;
}

function sideOf(draft: Draft, name: string): Side {
  return { name, at: draft.variable(name, 2), isBehind: draft.variable(`${name} is behind`) };
}

function writes(
  draft: Draft,
  { kept, retries, overwrites }: Writers,
  { name, at, isBehind }: Side,
  other: Side,
  lost: Variable,
): void {
  const facts = factsOf(kept, overwrites);
  const isLocked = kept.is && !retries;
  const free = isLocked ? other.at.isOneOf(0, 2) : and();
  draft.step(name, `${name} reads the value`, and(at.is(0), free), [at.set(1), isBehind.set(0)], {
    facts: isLocked ? facts : [],
  });
  draft.step(
    name,
    `${name} writes what it made of it`,
    and(at.is(1), isBehind.is(0)),
    [at.set(2), other.isBehind.set(1)],
    { declared: `${name} writes` },
  );
  const late = and(at.is(1), isBehind.is(1));
  if (kept.is)
    draft.step(name, `${name} finds that the value has changed, and reads again`, late, [at.set(0)], { facts });
  else
    draft.step(
      name,
      `${name} writes what it made of the old value`,
      late,
      [at.set(2), ...(overwrites.is ? [lost.set(1)] : [])],
      { facts },
    );
}
