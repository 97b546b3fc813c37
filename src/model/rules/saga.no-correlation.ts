import { absent, all, any, is, some, type Answer } from '../answer.ts';
import type { Part } from '../part.ts';
import type { Rule } from '../rule.ts';
import type { Workflow } from '../schema/index.ts';
import { canTimeOut } from '../undo.ts';

export const noCorrelation: Rule = {
  id: 'saga.no-correlation',
  alias: 'F15',
  *cases({ workflows, messages }) {
    for (const workflow of workflows) {
      const decides = workflow.list('steps').map((step) => all(is(step.fact('kind'), 'pivot'), canTimeOut(step)));
      yield {
        at: workflow.path,
        fault: any(
          all(absent(workflow.fact('correlation')), isAnswered(workflow)),
          ...(decides.length > 0 ? [all(is(workflow.fact('lateReplies'), 'ignored'), any(...decides))] : []),
        ),
        say: () =>
          workflow.fact('correlation').value === 'none'
            ? `two instances of ${workflow.name} take each other's answers`
            : `${workflow.name} gives up on its pivot, and the success that comes late is thrown away`,
      };
    }
    for (const message of messages) {
      if (message.fact('kind').value !== 'reply') continue;
      yield {
        at: message.path,
        fault: is(message.fact('correlates'), false),
        say: () => `nobody can tell which request ${message.name} answers`,
      };
    }
  },
};

/** Answers come as messages: an orchestrator whose steps await none has them from its calls. */
function isAnswered(workflow: Part<Workflow>): Answer {
  const steps = workflow.list('steps');
  return any(
    is(workflow.fact('style'), 'choreography'),
    ...(steps.length === 0 ? [some(workflow.fact('steps'))] : []),
    ...steps.map((step) => is(step.fact('awaits'), 'reply', 'event')),
  );
}
