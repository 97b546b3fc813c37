import { all, any, stated, type Answer } from '../answer.ts';
import { amount, below, times } from '../arithmetic.ts';
import type { Design } from '../design.ts';
import { needs } from '../hard-calls.ts';
import type { Rule } from '../rule.ts';

export const availabilityProduct: Rule = {
  id: 'availability.product',
  alias: 'G3',
  *cases(design) {
    const neededBy = needs(design);
    for (const handler of design.handlers) {
      if (handler.fact('on').value?.includes('request') !== true || handler.list('calls').length === 0) continue;
      const own = handler.fact('service').value;
      const { sure, possible, open, ends } = neededBy(handler);
      const everything = (of: ReadonlySet<string>) => [...new Set([...(own === undefined ? [] : [own]), ...of])];
      // What is sure to be needed counts as always up where its availability is unstated.
      const rated = everything(sure).filter((name) => availabilityOf(design, name).value !== undefined);
      yield {
        at: handler.path,
        fault: any(
          isBelowGoal(design, rated),
          ...ends,
          all(...open.map(stated), isBelowGoal(design, everything(possible))),
        ),
        say: () => `${handler.name} is up less often than the goal, however well each service keeps its own`,
      };
    }
  },
};

function isBelowGoal(design: Design, services: readonly string[]): Answer {
  const shares = services.map((name) => amount(availabilityOf(design, name), 'share'));
  return below(times(...shares), amount(design.goals.fact('availability'), 'share'));
}

function availabilityOf(design: Design, name: string) {
  return design.service({ path: 'services', value: name }).fact('availability');
}
