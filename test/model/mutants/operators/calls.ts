import type { Operator, When } from '../mutants.ts';
import { both, channelsOf, has, isCalled, listOf, named } from '../places.ts';
import type { Raw } from '../sound.ts';

const isSync = has('sync', true);
const hasEffect = has('effect', true);
const callee = (call: Raw, model: Raw) => named(model, 'handlers', call['to']);
const isHandler: When = (call, _, model) => Object.keys(callee(call, model)).length > 0;

/** A call that never ends outlasts what its own caller waits. */
const inverted = (call: Raw, above: readonly Raw[], model: Raw) =>
  isCalled(call, above, model) ? ['timeout.budget-inversion'] : [];

export const CALLS: readonly Operator[] = [
  { rule: 'timeout.missing', at: 'handlers.*.calls.*', set: { timeout: 'none' }, when: isSync, also: inverted },
  { rule: 'timeout.missing', at: 'handlers.*.calls.*', set: { timeout: 'forever' }, when: isSync, also: inverted },
  {
    rule: 'timeout.budget-inversion',
    at: 'handlers.*.calls.*',
    set: { timeout: '50ms' },
    when: both(isSync, (call, _, model) => listOf(callee(call, model), 'calls').some((one) => one['sync'] === true)),
  },
  {
    rule: 'retry.amplification',
    at: 'handlers.*.calls.*',
    set: { attempts: 5, backoff: '1ms' },
    when: both(isSync, (call, _, model) =>
      listOf(callee(call, model), 'calls').some(({ attempts }) => Number(attempts) >= 2),
    ),
  },
  {
    rule: 'retry.without-key',
    at: 'handlers.*.calls.*',
    set: { attempts: 2, backoff: '1ms', key: 'none' },
    when: hasEffect,
    also: (_, [, handler]) => (listOf(handler, 'writes').length > 0 ? ['atomicity.call-without-key'] : []),
  },
  { rule: 'retry.no-backoff', at: 'handlers.*.calls.*', set: { attempts: 2, backoff: 'none' } },
  { rule: 'retry.no-backoff', at: 'handlers.*.calls.*', set: { attempts: 2, backoff: '1ms', jitter: false } },
  {
    rule: 'retry.no-budget',
    at: 'handlers.*.calls.*',
    set: { attempts: 2, backoff: '1ms', budget: false, breaker: false },
  },
  { rule: 'retry.permanent-errors', at: 'handlers.*.calls.*', set: { attempts: 2, backoff: '1ms', retryOn: 'all' } },
  { rule: 'outcome.timeout-as-failure', at: 'handlers.*.calls.*', set: { onTimeout: 'fail' }, when: hasEffect },
  { rule: 'outcome.timeout-as-success', at: 'handlers.*.calls.*', set: { onTimeout: 'assume-done' } },
  {
    rule: 'retry.client-and-queue',
    at: 'handlers.*.calls.*',
    set: { sdkAttempts: 3 },
    when: (_, [, handler], model) => handler !== undefined && channelsOf(handler, model).length > 0,
  },
  {
    rule: 'retry.synchronised',
    at: 'handlers.*.calls.*',
    set: { attempts: 2, backoff: '1ms', growth: 'fixed', jitter: false },
    when: (_, [, handler], model) => Number(named(model, 'services', handler?.['service'])['instances']) > 1,
    also: () => ['retry.no-backoff'],
  },
  {
    rule: 'retry.sustaining-overload',
    at: 'handlers.*.calls.*',
    set: ({ to }, _, model) => ({
      attempts: 2,
      backoff: '1ms',
      budget: false,
      breaker: false,
      [`/services/${String(named(model, 'handlers', to)['service'] ?? to)}/capacity`]: '25/s',
    }),
    also: () => ['retry.no-budget'],
  },
  {
    rule: 'timeout.gateway-too-short',
    at: 'handlers.*',
    set: { gatewayTimeout: '10ms' },
    when: ({ on }) => on === 'request',
  },
  {
    rule: 'timeout.abandoned-work',
    at: 'handlers.*.calls.*',
    set: ({ to }) => ({
      onTimeout: 'undo',
      key: { scope: 'operation', ttl: '30d', bound: true },
      effect: true,
      attempts: 1,
      [`/handlers/${String(to)}/cancels`]: false,
    }),
    when: isHandler,
  },
];
