import { all, any, ask, is, type Answer } from '../answer.ts';
import type { Design } from '../design.ts';
import { groupBy } from '../group.ts';
import type { Rule } from '../rule.ts';

export const noStoredAnswer: Rule = {
  id: 'dedup.no-stored-answer',
  alias: 'B10',
  *cases(design) {
    const waiting = waitedFor(design);
    for (const handler of design.handlers) {
      const dedup = handler.part('dedup');
      const answers = (waiting.get(handler.name) ?? []).map(({ answer }) => answer);
      if (dedup.value === undefined) continue;
      yield {
        at: dedup.path,
        fault: all(
          is(dedup.fact('answer'), 'none'),
          any(
            ask(handler.fact('on'), (names) => names.includes('request')),
            ...answers,
          ),
        ),
        say: () => `who asks ${handler.name} again after a lost answer never learns what came of the first request`,
      };
    }
  },
};

/** By handler: whether somebody waits for what it answers. */
function waitedFor({ calls, publications }: Design): Map<string | undefined, Waiting[]> {
  const waiting = [
    ...calls.map(({ call, target }) => ({ name: target?.name, answer: is(call.fact('sync'), true) })),
    ...publications.map(({ handler, message }) => ({ name: handler.name, answer: is(message.fact('kind'), 'reply') })),
  ];
  return groupBy(waiting, ({ name }) => name);
}

interface Waiting {
  readonly name: string | undefined;
  readonly answer: Answer;
}
