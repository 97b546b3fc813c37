import type { Delivery, Design } from '../../model/design.ts';
import type { Part } from '../../model/part.ts';
import type * as S from '../../model/schema/index.ts';
import type { Ledger } from '../ledger.ts';
import { Draft, NEVER, or, type Program } from '../program.ts';
import type { Scenarios } from '../scenario.ts';
import { body } from './handler/body.ts';
import { claims, over } from './handler/claims.ts';
import type { Work } from './handler/work.ts';

/** Each handler by itself, once for each message that starts it, and once for a request or a timer. */
export const handlers: Scenarios = function* (design) {
  // What a workflow commands is explored with the workflow.
  const steps = new Set(design.steps.map(({ step }) => step.fact('handler').value));
  for (const handler of design.handlers) {
    for (const delivery of design.deliveries.filter((one) => one.handler === handler))
      if (changes(handler)) yield scenario(design, handler, delivery, delivery.message.name);
    for (const trigger of handler.fact('on').value ?? [])
      if ((trigger === 'request' || trigger === 'timer') && changes(handler) && !steps.has(handler.name))
        yield scenario(design, handler, undefined, trigger);
  }
};

/** Work without any trace cannot be lost or doubled. */
function changes(handler: Part<S.Handler>): boolean {
  return (
    handler.list('writes').length + handler.list('publishes').length + handler.list('calls').length > 0 ||
    handler.fact('irreversible').value === true
  );
}

function scenario(design: Design, handler: Part<S.Handler>, delivery: Delivery | undefined, trigger: string) {
  return {
    id: `${handler.path}:${trigger}`,
    title: delivery === undefined ? `${handler.name} on a ${trigger}` : `${handler.name} on ${trigger}`,
    at: handler.path,
    handlers: [handler.name, ...calledBy(design, handler)],
    build: (ledger: Ledger) =>
      programOf(design, handler, delivery, delivery === undefined ? `the ${trigger}` : trigger, ledger),
  };
}

function calledBy({ calls }: Design, handler: Part<S.Handler>): string[] {
  return calls.flatMap((one) => (one.handler === handler && one.target !== undefined ? [one.target.name] : []));
}

function programOf(
  design: Design,
  handler: Part<S.Handler>,
  delivery: Delivery | undefined,
  trigger: string,
  ledger: Ledger,
): Program {
  const draft = new Draft();
  const service = design.serviceOf(handler);
  const isNamed = service.value !== undefined && service.name !== handler.name;
  const work: Work = {
    design,
    draft,
    ledger,
    handler,
    actor: isNamed ? `${service.name}.${handler.name}` : handler.name,
    delivery,
    trigger,
    waiting: draft.variable('waiting', 2, 1),
    at: draft.variable('at', 31),
    seen: draft.variable('seen'),
    ...nothingYet(),
  };
  body(work);
  claims(work);
  return {
    ...draft.made(),
    done: over(work),
    signalled: work.signals.length === 0 ? NEVER : or(...work.signals),
    stuck: { say: `${work.actor} never comes to an end with ${trigger}, and nobody is told`, facts: work.gaps },
  };
}

/** What the parts of the work add to. */
function nothingYet(): Pick<Work, 'effects' | 'volatile' | 'pending' | 'moving' | 'gaps' | 'signals'> {
  return { effects: [], volatile: [], pending: [], moving: [], gaps: [], signals: [] };
}
