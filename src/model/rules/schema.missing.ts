import { absent, all, any, ask, stated, type Answer } from '../answer.ts';
import { groupBy } from '../group.ts';
import type { Part } from '../part.ts';
import type { Rule } from '../rule.ts';
import type { Handler } from '../schema/index.ts';

export const schemaMissing: Rule = {
  id: 'schema.missing',
  alias: 'H3',
  *cases(design) {
    const consumers = groupBy(design.deliveries, ({ message }) => message.path);
    for (const message of design.messages) {
      const handlers = (consumers.get(message.path) ?? []).map(({ handler }) => handler);
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

/** Handlers of one service change in one release, so that they count as one consumer. */
function severalServices(handlers: readonly Part<Handler>[]): Answer {
  const services = handlers.map((handler) => handler.fact('service'));
  const one = services.find(({ value }) => value !== undefined);
  return any(
    ...services.map((service) => {
      const differs = ask(service, (name) => name !== one?.value);
      return one === undefined ? differs : all(stated(one), differs);
    }),
  );
}
