import type { When } from './mutants.ts';
import type { Raw } from './sound.ts';

/** The listed parts of a part: its calls, its steps. */
export function listOf(part: Raw | undefined, key: string): Raw[] {
  const value = part?.[key];
  return Array.isArray(value) ? (value as Raw[]) : [];
}

export function named(model: Raw, section: string, name: unknown): Raw {
  return (model[section] as Record<string, Raw>)[String(name)] ?? {};
}

export function all(model: Raw, section: string): Raw[] {
  return Object.values((model[section] ?? {}) as Record<string, Raw>);
}

/** Messages that start a handler. */
export function messagesOf(handler: Raw, model: Raw): Raw[] {
  const names = [handler['on'] ?? []].flat().map(String);
  return names.filter((name) => name !== 'request' && name !== 'timer').map((name) => named(model, 'messages', name));
}

export function channelsOf(handler: Raw, model: Raw): Raw[] {
  return messagesOf(handler, model).map((message) => named(model, 'channels', message['channel']));
}

export function consumersOf(channel: Raw, model: Raw): Raw[] {
  return all(model, 'handlers').filter((handler) => channelsOf(handler, model).includes(channel));
}

/** Handlers that consume from a channel that fits. */
export const consumes =
  (fits: (channel: Raw) => boolean = () => true): When =>
  (handler, _, model) =>
    channelsOf(handler, model).some(fits);

export const isAtLeastOnce = (channel: Raw): boolean => channel['delivery'] === 'at-least-once';

/** Whether all of these hold. */
export const both =
  (...conditions: readonly When[]): When =>
  (part, above, model) =>
    conditions.every((holds) => holds(part, above, model));

export const hasSome =
  (key: string): When =>
  (part) =>
    listOf(part, key).length > 0;

/** The fact has one of these values. */
export const has =
  (key: string, ...values: readonly unknown[]): When =>
  (part) =>
    values.includes(part[key]);

/** A condition on what holds the part; `above[0]` is its list, `above[1]` the part with that list. */
export const holder =
  (holds: When): When =>
  (_, [, part, ...above], model) =>
    part !== undefined && holds(part, above, model);

/** Steps after this one in its workflow. */
export function stepsAfter(step: Raw, workflow: Raw | undefined): Raw[] {
  const steps = listOf(workflow, 'steps');
  return steps.slice(steps.indexOf(step) + 1);
}

export function stepsBefore(step: Raw, workflow: Raw | undefined): Raw[] {
  const steps = listOf(workflow, 'steps');
  return steps.slice(0, steps.indexOf(step));
}

/** Whether a call with an answer leads to the handler that holds the part, so that its caller's timeout must cover it. */
export const isCalled: When = (_, [, handler], model) =>
  all(model, 'handlers').some((other) =>
    listOf(other, 'calls').some((call) => call['sync'] === true && named(model, 'handlers', call['to']) === handler),
  );

export const placeOf = ({ store, field }: Raw): string => `${String(store)} ${String(field)}`;

/** The same field is written by a step of some workflow and by somebody else. */
export const isShared: When = (write, [, handler], model) => {
  const writers = all(model, 'handlers').filter((one) =>
    listOf(one, 'writes').some((other) => placeOf(other) === placeOf(write)),
  );
  const inSteps = new Set(
    all(model, 'workflows').flatMap((workflow) =>
      listOf(workflow, 'steps').map((step) => named(model, 'handlers', step['handler'])),
    ),
  );
  return writers.some((one) => inSteps.has(one)) && writers.some((one) => one !== handler);
};

/** Facts to set on each channel that a handler consumes from, as paths of the model. */
export function onChannels(handler: Raw, model: Raw, facts: Raw): Raw {
  const paths = messagesOf(handler, model).flatMap(({ channel }) =>
    Object.entries(facts).map(([key, value]) => [`/channels/${String(channel)}/${key}`, value] as const),
  );
  return Object.fromEntries(paths);
}
