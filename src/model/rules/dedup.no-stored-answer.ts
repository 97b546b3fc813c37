import { all, any, ask, is, type Answer } from '../answer.ts';
import type { Design } from '../design.ts';
import type { Rule } from '../rule.ts';

export const noStoredAnswer: Rule = {
  id: 'dedup.no-stored-answer',
  alias: 'B10',
  *cases(design) {
    const waiting = waitedFor(design);
    for (const handler of design.handlers) {
      const dedup = handler.part('dedup');
      const answers = waiting.get(handler.name) ?? [];
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
function waitedFor({ calls, publications }: Design): Map<string, Answer[]> {
  const waiting = new Map<string, Answer[]>();
  const add = (name: string, answer: Answer) => waiting.set(name, [...(waiting.get(name) ?? []), answer]);
  for (const { call, target } of calls) if (target !== undefined) add(target.name, is(call.fact('sync'), true));
  for (const { handler, message } of publications) add(handler.name, is(message.fact('kind'), 'reply'));
  return waiting;
}
