import { all, any, is, known, not } from '../answer.ts';
import { openConsumers, openPublications } from '../open-ends.ts';
import type { Rule } from '../rule.ts';

export const nobody: Rule = {
  id: 'message.nobody',
  alias: 'G15',
  *cases(design) {
    const { messages, publications, deliveries } = design;
    const [consumers, publishers] = [openConsumers(design), openPublications(design)];
    const published = new Set(publications.map(({ message }) => message.name));
    const consumed = new Set(deliveries.map(({ message }) => message.name));
    for (const message of messages) {
      const [isPublished, isConsumed] = [published.has(message.name), consumed.has(message.name)];
      if (!isPublished && !isConsumed) continue;
      yield {
        at: message.path,
        fault: all(
          known(isPublished !== isConsumed),
          is(message.fact('outside'), false),
          // One of those whose messages are unstated may be the missing side.
          not(any(known(false), ...(isPublished ? consumers : publishers))),
        ),
        say: () =>
          isPublished
            ? `${message.name} is published and nobody acts on it`
            : `nobody publishes ${message.name}, so what waits for it never runs`,
      };
    }
  },
};
