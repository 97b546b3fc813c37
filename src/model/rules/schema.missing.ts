import { absent, all, any, ask, type Answer } from '../answer.ts';
import type { Design } from '../design.ts';
import type { Part } from '../part.ts';
import type { Rule } from '../rule.ts';
import type { Handler, Message } from '../schema/index.ts';

export const schemaMissing: Rule = {
  id: 'schema.missing',
  alias: 'H3',
  *cases(design) {
    for (const [message, handlers] of consumersOf(design)) {
      if (handlers.length < 2) continue;
      yield {
        at: `${message.path}.schema`,
        fault: all(severalServices(handlers), absent(message.fact('schema'))),
        say: () => `nobody can tell whether a change of ${message.name} breaks ${firstNames(handlers)}`,
      };
    }
  },
};

/** Enough to know where to look; a message may have hundreds of consumers. */
function firstNames(handlers: readonly Part<Handler>[]): string {
  const names = handlers.slice(0, 3).map(({ name }) => name);
  return names.join(' or ');
}

function consumersOf({ messages, deliveries }: Design): Map<Part<Message>, Part<Handler>[]> {
  const handlersOf = new Map<string, Part<Handler>[]>(messages.map(({ path }) => [path, []]));
  for (const { handler, message } of deliveries) handlersOf.get(message.path)?.push(handler);
  return new Map(messages.map((message) => [message, handlersOf.get(message.path) ?? []]));
}

/** Handlers of one service change in one release, so that they count as one consumer. */
function severalServices(handlers: readonly Part<Handler>[]): Answer {
  const services = handlers.map((handler) => handler.fact('service'));
  const one = services.find(({ value }) => value !== undefined);
  return any(
    ...services.map((service) => {
      const differs = ask(service, (name) => name !== one?.value);
      return one === undefined
        ? differs
        : all(
            ask(one, () => true),
            differs,
          );
    }),
  );
}
