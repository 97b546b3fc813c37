import { all, any, is, not, present, type Answer } from '../../model/answer.ts';
import { above, amount, constant } from '../../model/arithmetic.ts';
import type { Design, Stepping } from '../../model/design.ts';
import { FieldWriters } from '../../model/field-writers.ts';
import type { Part } from '../../model/part.ts';
import type * as S from '../../model/schema/index.ts';
import { factsOf, type Ledger } from '../ledger.ts';
import { and, Draft, type Program } from '../program.ts';
import type { Scenario, Scenarios } from '../scenario.ts';
import type { Write } from './harmless.ts';
import { small } from './small.ts';

const NOW = constant(0, 'time');

/** Who acts on a value that is not, or not any more, what it seems. */
export const overtakenReads: Scenarios = function* (design) {
  const fields = new FieldWriters(design);
  for (const handler of design.handlers)
    for (const write of handler.list('writes'))
      if (write.fact('from').value !== undefined) yield derived(design, handler, write);
  for (const stepping of design.steps) yield* usedLater(fields, stepping);
};

/** A value that is made of a copy takes the place of newer ones. */
function derived(design: Design, handler: Part<S.Handler>, write: Write): Scenario {
  const from = design.store(write.fact('from'));
  return {
    id: `${write.path}:copy`,
    title: `${handler.name} writes what it makes of ${from.name}`,
    at: write.path,
    build: (ledger) =>
      overtaken(ledger, {
        reader: handler.name,
        reads: `${handler.name} reads ${from.name}`,
        changes: `somebody changes what ${from.name} is a copy of`,
        acts: `${handler.name} writes what it made of the old state`,
        isBehind: above(amount(from.fact('lag')), NOW),
        notices: any(not(is(write.fact('mode'), 'set', 'upsert')), not(is(write.fact('guard'), 'none'))),
        say: `${handler.name} has overwritten a change that ${from.name} did not show yet`,
      }),
  };
}

/** A step that acts on what an earlier one has seen. */
function* usedLater(fields: FieldWriters, { workflow, step, name, before }: Stepping): Generator<Scenario> {
  const used = step.fact('usesValueOf').value;
  const earlier = before.find((one) => used !== undefined && one.fact('id').value === used);
  if (
    earlier === undefined ||
    used === undefined ||
    earlier.fact('store').value === undefined ||
    earlier.fact('field').value === undefined
  )
    return;
  const rival = fields.rivalOf(earlier.value, { workflows: new Set([workflow.name]), writes: all() });
  if (rival === undefined) return;
  const other = rival.writer.handler?.name ?? 'another workflow';
  yield {
    id: `${step.path}:used`,
    title: `${name} of ${workflow.name} uses the value of ${used}`,
    at: step.path,
    workflow: workflow.name,
    build: (ledger) =>
      overtaken(ledger, {
        reader: workflow.name,
        reads: `${workflow.name} takes the value at ${used}`,
        changes: `${other} changes the value`,
        acts: `${workflow.name} does ${name} with the old value`,
        isBehind: all(rival.comesBetween),
        notices: any(is(step.fact('rereads'), true), present(earlier.fact('lock'))),
        say: `${name} of ${workflow.name} rests on a value that is no longer true`,
      }),
  };
}

interface Overtaken {
  readonly reader: string;
  readonly reads: string;
  readonly changes: string;
  readonly acts: string;
  readonly isBehind: Answer;
  readonly notices: Answer;
  readonly say: string;
}

/** Somebody changes a value between the reading and the acting. */
function overtaken(ledger: Ledger, { reader, reads, changes, acts, isBehind, notices, say }: Overtaken): Program {
  const draft = new Draft();
  const [at, changed, old, wrong] = [
    draft.variable('reader', 2),
    draft.variable('changed'),
    draft.variable('old'),
    draft.variable('wrong'),
  ];
  const behind = ledger.risks(isBehind);
  const notice = ledger.guards(notices);
  const facts = factsOf(behind, notice);
  draft.step(reader, reads, at.is(0), [at.set(1)], { declared: reads });
  draft.step('somebody else', changes, and(at.is(1), changed.is(0)), [
    changed.set(1),
    ...(behind.is ? [old.set(1)] : []),
  ]);
  draft.step(reader, `${reader} acts on the value`, and(at.is(1), old.is(0)), [at.set(2)]);
  draft.add(
    notice.is
      ? {
          actor: reader,
          text: `${reader} finds that the value has changed, and takes the new one`,
          when: and(at.is(1), old.is(1)),
          sets: [old.set(0)],
          facts,
        }
      : { actor: reader, text: acts, when: and(at.is(1), old.is(1)), sets: [at.set(2), wrong.set(1)], facts },
  );
  draft.claim({ property: 'isolation', violated: wrong.is(1), say });
  return small(draft);
}
