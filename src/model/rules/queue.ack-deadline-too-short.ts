import { all, any, is, not } from '../answer.ts';
import { isForeign } from '../channel-kinds.ts';
import { amount, below, constant, times } from '../arithmetic.ts';
import type { Rule } from '../rule.ts';

/** AWS asks for a visibility timeout of at least six times the timeout of the function. */
const FUNCTION = 6;

/** Our margin over the slowest batch where the platform names none. */
const OTHER = 1.5;

export const ackDeadlineTooShort: Rule = {
  id: 'queue.ack-deadline-too-short',
  alias: 'D5',
  *cases(design) {
    for (const { handler, message, channel } of design.deliveries) {
      if (isForeign(channel, 'ackDeadline')) continue;
      const service = design.serviceOf(handler);
      const batch = times(amount(channel.fact('batchMax'), 'count'), amount(handler.fact('p99')));
      const deadline = amount(channel.fact('ackDeadline'));
      const shorterThan = (factor: number) => below(deadline, times(constant(factor), batch));
      yield {
        at: `${channel.path}.ackDeadline`,
        fault: all(
          is(handler.fact('heartbeat'), false),
          any(
            all(is(service.fact('kind'), 'function'), shorterThan(FUNCTION)),
            all(not(is(service.fact('kind'), 'function')), shorterThan(OTHER)),
          ),
        ),
        say: () => `${message.name} is delivered again while ${handler.name} still works on it, and two run at once`,
      };
    }
  },
};
