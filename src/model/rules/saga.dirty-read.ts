import { all, any, is, some, type Answer } from '../answer.ts';
import { FieldWriters } from '../field-writers.ts';
import type { Part } from '../part.ts';
import type { Rule } from '../rule.ts';
import type { Handler } from '../schema/index.ts';

export const dirtyRead: Rule = {
  id: 'saga.dirty-read',
  alias: 'F19',
  *cases(design) {
    const writers = new FieldWriters(design);
    const workflowsOf = new Map<string, Set<string>>();
    for (const { workflow, step } of design.steps) {
      const handler = step.fact('handler').value ?? '';
      workflowsOf.set(handler, (workflowsOf.get(handler) ?? new Set()).add(workflow.name));
    }
    for (const handler of design.handlers)
      for (const read of handler.list('reads')) {
        const own = workflowsOf.get(handler.name);
        const steps = writers.of(read.value).flatMap((writer) => writer.steps);
        const foreign = steps.filter(({ workflow }) => own?.has(workflow.name) !== true);
        if (foreign.length === 0) continue;
        yield {
          at: read.path,
          fault: all(
            is(read.fact('pending'), 'ignored'),
            any(...foreign.map(({ step }) => is(step.fact('kind'), 'compensatable'))),
            acts(handler),
          ),
          say: () =>
            `${handler.name} acts on a value that ${foreign[0]?.workflow.name ?? 'a workflow'} may still take back`,
        };
      }
  },
};

function acts(handler: Part<Handler>): Answer {
  const calls = handler.list('calls').map((call) => is(call.fact('effect'), true));
  return any(some(handler.fact('writes')), some(handler.fact('publishes')), ...calls);
}
