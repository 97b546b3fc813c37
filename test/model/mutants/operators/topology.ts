import type { Operator, When } from '../mutants.ts';
import { all, both, has, hasSome, isCalled, listOf, named } from '../places.ts';
import type { Raw } from '../sound.ts';

const isSync = has('sync', true);
const isRequest = has('on', 'request');
const consumesOne: When = ({ on }) => typeof on === 'string' && on !== 'request' && on !== 'timer';

/** A short and harmless call to another handler, made from one that is there. */
function callTo(to: string, model: Raw): Raw {
  const [call] = all(model, 'handlers').flatMap((handler) => listOf(handler, 'calls'));
  return {
    ...call,
    to,
    sync: true,
    effect: false,
    key: 'none',
    onTimeout: 'fail',
    timeout: '10ms',
    attempts: 1,
    backoff: 'none',
  };
}

/** Names of handlers of other services that call this one. */
function callersOf(handler: Raw, model: Raw): string[] {
  const handlers = Object.entries(model['handlers'] as Record<string, Raw>);
  return handlers.flatMap(([name, other]) => {
    const calls = listOf(other, 'calls').some(({ to }) => named(model, 'handlers', to) === handler);
    return calls && other['service'] !== handler['service'] ? [name] : [];
  });
}

const ownServices = (model: Raw) =>
  Object.entries(model['services'] as Record<string, Raw>).flatMap(([name, { kind }]) =>
    kind === 'external' || kind === 'client' ? [] : [name],
  );

export const TOPOLOGY: readonly Operator[] = [
  { rule: 'store.shared', at: 'stores.*', set: { contract: 'none', readers: ['somebody-else'] } },
  {
    rule: 'calls.cycle',
    at: 'handlers.*',
    set: (handler, _, model) => ({ calls: [callTo(callersOf(handler, model)[0] ?? '', model)] }),
    when: (handler, _, model) => callersOf(handler, model).length > 0 && listOf(handler, 'calls').length === 0,
    // The caller's own calls take longer than the short call back to it waits.
    also: () => ['timeout.budget-inversion'],
  },
  {
    rule: 'availability.product',
    at: 'goals',
    set: { availability: '99.9999%' },
    when: (_, __, model) =>
      all(model, 'handlers').some((one) => isRequest(one, [], model) && hasSome('calls')(one, [], model)),
  },
  {
    rule: 'availability.product',
    at: 'handlers.*.calls.*',
    set: ({ to }, _, model) => ({
      fallback: false,
      [`/services/${String(named(model, 'handlers', to)['service'] ?? to)}/availability`]: '50%',
    }),
    when: both(isSync, (_, [, handler], model) => handler !== undefined && isRequest(handler, [], model)),
  },
  {
    rule: 'latency.sum',
    at: 'goals',
    set: { latency: '1ms' },
    when: (_, __, model) =>
      all(model, 'handlers').some(
        (one) =>
          isRequest(one, [], model) &&
          listOf(one, 'calls').some(({ to }) => Object.keys(named(model, 'handlers', to)).length > 0),
      ),
  },
  {
    rule: 'calls.unprotected',
    at: 'handlers.*.calls.*',
    set: { timeout: 'none', breaker: false, fallback: false },
    when: isSync,
    also: (call, above, model) => [
      'timeout.missing',
      ...(isCalled(call, above, model) ? ['timeout.budget-inversion'] : []),
    ],
  },
  { rule: 'calls.fixed-address', at: 'handlers.*.calls.*', set: { address: 'fixed' } },
  {
    rule: 'client.many-services',
    at: 'goals',
    set: { clientCalls: 0 },
    when: (_, __, model) => all(model, 'services').some(({ kind }) => kind === 'client'),
  },
  {
    rule: 'service.single-instance',
    at: 'services.*',
    set: { stateful: true, instances: 1 },
    when: ({ kind }) => kind !== 'external' && kind !== 'client',
  },
  {
    rule: 'service.hub',
    at: 'handlers.pay',
    set: (_, __, model) => ({ 'calls.1': callTo('stock-level', model) }),
  },
  {
    rule: 'calls.distributed-monolith',
    at: 'stores.*',
    set: (_, __, model) => {
      const [one = '', other = ''] = ownServices(model);
      return {
        writers: [one, other],
        [`/services/${one}/release`]: 'together',
        [`/services/${other}/release`]: 'together',
      };
    },
    when: (_, __, model) => ownServices(model).length > 1,
    also: () => ['store.shared'],
  },
  { rule: 'calls.chatty', at: 'handlers.*.calls.*', set: { times: 20 }, when: isSync },
  {
    rule: 'events.fan-out',
    at: 'handlers.*.publishes.*',
    set: { fanOut: 100_000 },
    when: (_, [, handler]) => handler?.['on'] === 'request' || handler?.['on'] === 'timer',
  },
  {
    rule: 'events.loop',
    at: 'handlers.*',
    set: ({ on, publishes }) => ({
      stopsLoop: false,
      publishes: [...(publishes as Raw[]), { ...(publishes as Raw[])[0], message: on }],
    }),
    when: both(consumesOne, hasSome('publishes')),
  },
  { rule: 'channel.business-logic', at: 'channels.*', set: { logic: 'business' } },
  {
    rule: 'message.nobody',
    at: 'handlers.*.publishes.*',
    set: ({ message }, _, model) => ({ message: 'unheard', '/messages/unheard': named(model, 'messages', message) }),
  },
  {
    rule: 'message.too-big',
    at: 'messages.*',
    set: { maxSize: '1MB' },
  },
  { rule: 'calls.in-transaction', at: 'handlers.*.calls.*', set: { inTransaction: true }, when: isSync },
];
