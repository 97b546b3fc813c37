import { absent, any } from '../../model/answer.ts';
import type { Design, Stepping } from '../../model/design.ts';
import { lockExpires } from '../../model/rules/saga.lock-expires.ts';
import { factsOf, type Ledger } from '../ledger.ts';
import { and, Draft, type Program } from '../program.ts';
import type { Scenarios } from '../scenario.ts';
import { faultAt } from './fault-at.ts';
import { small } from './small.ts';

/** What a step holds is let go while its workflow may still take it back. */
export const heldLocks: Scenarios = function* (design) {
  for (const stepping of design.steps) {
    const { step, workflow, name } = stepping;
    if (step.fact('lock').value !== undefined)
      yield {
        id: `${step.path}:lock`,
        title: `two instances of ${workflow.name} at ${name}`,
        at: step.path,
        workflow: workflow.name,
        build: (ledger) => programOf(design, stepping, ledger),
      };
  }
};

function programOf(design: Design, { step, workflow, name }: Stepping, ledger: Ledger): Program {
  const draft = new Draft();
  const [first, second, holder] = [
    draft.variable('first instance', 2),
    draft.variable('second instance'),
    draft.variable('holder', 2),
  ];
  const short = ledger.risks(any(absent(step.fact('lock')), faultAt(design, lockExpires, `${step.path}.lock`)));
  const one = `one instance of ${workflow.name}`;
  const other = `another instance of ${workflow.name}`;
  draft.step(one, `${one} does ${name} and holds it`, and(first.is(0), holder.is(0)), [first.set(1), holder.set(1)], {
    declared: name,
  });
  draft.step(one, `${one} decides and lets it go`, and(first.is(1), holder.isOneOf(0, 1)), [
    first.set(2),
    holder.set(0),
  ]);
  if (short.is)
    draft.step(
      one,
      `the lock of ${one} expires while it is still within its tries`,
      and(first.is(1), holder.is(1)),
      [holder.set(0)],
      { fault: 'timeout', facts: factsOf(short) },
    );
  draft.step(other, `${other} does ${name} on the same record`, and(second.is(0), holder.is(0)), [
    second.set(1),
    holder.set(2),
  ]);
  draft.claim({
    property: 'isolation',
    violated: and(first.is(1), holder.is(2)),
    say: `two instances of ${workflow.name} hold what ${name} is to keep for one`,
  });
  return small(draft);
}
