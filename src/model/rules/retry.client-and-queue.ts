import { all, any, ask, type Answer } from '../answer.ts';
import { above, amount, constant, times } from '../arithmetic.ts';
import type { Fact } from '../part.ts';
import type { Rule } from '../rule.ts';

/** Calls that one message may cause. */
const MOST = constant(10);

export const clientAndQueue: Rule = {
  id: 'retry.client-and-queue',
  alias: 'E10',
  *cases({ deliveries }) {
    for (const { handler, message, channel } of deliveries)
      for (const call of handler.list('calls')) {
        const [sdk, attempts] = [call.fact('sdkAttempts'), call.fact('attempts')];
        const deliveryCount = channel.fact('maxDeliveries');
        yield {
          at: call.path,
          fault: all(again(deliveryCount), any(again(attempts), again(sdk)), tooMany(sdk, attempts, deliveryCount)),
          say: () =>
            `${handler.name} retries ${call.fact('to').value ?? 'its callee'}, and ${channel.name} delivers ` +
            `${message.name} again to retry all of that once more`,
        };
      }
  },
};

function again(count: Fact<number>): Answer {
  return ask(count, (value) => value > 1);
}

/** The library's tries only add to the others, so they need not be stated where those are too many without them. */
function tooMany(sdk: Fact<number>, ...others: readonly Fact<number>[]): Answer {
  const declared = others.map((fact) => amount(fact, 'count'));
  const whole = above(times(amount(sdk, 'count'), ...declared), MOST);
  return sdk.value === undefined ? any(above(times(...declared), MOST), whole) : whole;
}
