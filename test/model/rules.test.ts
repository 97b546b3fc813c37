import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadRulePage } from '../../src/library/rule.ts';
import { Design } from '../../src/model/design.ts';
import { outcomesOf, type Outcome } from '../../src/model/check.ts';
import { RULES } from '../../src/model/catalogue.ts';
import { ModelSchema } from '../../src/model/schema/index.ts';
import { ROOT, filesUnder } from '../house/files.ts';
import { leaves, without, type Path } from './paths.ts';

const pages = new Map(await Promise.all(RULES.map(async ({ id }) => [id, await loadRulePage(id)] as const)));

const casesOf = (model: unknown, id: string) => {
  const rules = RULES.filter((rule) => rule.id === id);
  return [...outcomesOf(new Design(ModelSchema.parse(model)), rules)];
};

test('every rule has its page, every page its rule', () => {
  const named = readdirSync(join(ROOT, 'references/rules')).map((file) => file.replace(/\.md$/, ''));
  expect(named.toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
});

test('ids and aliases are given once', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  expect(new Set(RULES.map(({ alias }) => alias)).size).toBe(RULES.length);
});

test('every rule bears on a criterion', () => {
  const criteria = filesUnder('references/criteria', '.md').map((path) => path.replace(/^.*\/|\.md$/g, ''));
  expect([...pages.values()].map(({ matter }) => matter.criterion).filter((id) => !criteria.includes(id))).toEqual([]);
});

describe.each(RULES.map(({ id, alias }) => ({ id, alias })))('$id', ({ id, alias }) => {
  const page = pages.get(id);
  const examples = page?.examples ?? [];

  test('its page has its alias and both kinds of example', () => {
    expect(page?.matter.alias).toBe(alias);
    expect(new Set(examples.map(({ outcome }) => outcome))).toEqual(new Set(['violates', 'satisfies']));
  });

  test.each(examples)('the example on line $line $outcome it', ({ outcome, text }) => {
    const answers = casesOf(parse(text), id).map(({ answer }) => answer.holds);
    if (outcome === 'violates') expect(answers).toContain(true);
    else expect([...new Set(answers)]).toEqual([false]);
  });

  test.each(examples)('a sentence says what it accuses: line $line', ({ text }) => {
    const sentences = casesOf(parse(text), id).flatMap(({ answer, say }) => (answer.holds === true ? [say()] : []));
    for (const sentence of sentences) expect(sentence).toMatch(/^(?!.*undefined).*[^.\s]$/);
  });

  test.each(examples)(
    'with a fact taken away it says the same or cannot tell, and names it: line $line',
    ({ text }) => {
      const whole = parse(text) as unknown;
      const before = single(casesOf(whole, id));
      const wrong = leaves(whole).flatMap((path) => {
        const after = single(casesOf(without(whole, path), id));
        return [...after].flatMap(([at, { answer }]) => {
          const was = before.get(at)?.answer.holds;
          const isNamed = answer.lacks.some((lack) => `${written(path)}.`.startsWith(`${lack}.`));
          const isFine = answer.holds === undefined ? was === undefined || isNamed : answer.holds === was;
          return isFine
            ? []
            : [`${at} without ${written(path)}: ${was} became ${answer.holds}, lacks ${answer.lacks.join()}`];
        });
      });
      expect(wrong).toEqual([]);
    },
  );
});

/** By place, where a place has one answer. */
function single(outcomes: readonly Outcome[]): Map<string, Outcome> {
  const places = new Map(outcomes.map((outcome) => [outcome.at, outcome]));
  const isSingle = (at: string) => outcomes.filter((outcome) => outcome.at === at).length === 1;
  return new Map([...places].filter(([at]) => isSingle(at)));
}

function written(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .slice(1);
}

test('a fact that is taken away leaves the fault open, and is named', () => {
  const text = 'channels:\n  payments: { maxDeliveries: 5 }\n';
  const [outcome] = casesOf(parse(text), 'queue.silent-loss');
  expect(outcome?.answer).toMatchObject({ holds: undefined, lacks: ['channels.payments.dlq'] });
});

test('a chain of twenty thousand calls and messages is followed to its end', () => {
  const handler = (at: number) => ({
    service: `s${at}`,
    on: at === 0 ? 'request' : `m${at}`,
    calls: [{ to: `h${at + 1}`, sync: true, attempts: 2 }],
    publishes: [{ message: `m${at + 1}`, fanOut: 2 }],
  });
  const handlers = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`h${at}`, handler(at)]));
  const design = new Design(ModelSchema.parse({ handlers, goals: { fanOut: 1000 } }));
  const graphs = ['retry.amplification', 'calls.cycle', 'calls.distributed-monolith', 'events.fan-out', 'events.loop'];
  for (const id of graphs) {
    const outcomes = [
      ...outcomesOf(
        design,
        RULES.filter((rule) => rule.id === id),
      ),
    ];
    expect(outcomes.length).toBeGreaterThan(0);
  }
});

test('a circle that unstated calls may close is a question, not a fault', () => {
  const text = `handlers:
  a: { service: one, calls: [{ to: b, sync: true }] }
  b: { service: two, calls: [{ to: c }] }
  c: { service: three, calls: [{ to: a }] }
`;
  expect(casesOf(parse(text), 'calls.cycle').map(({ answer }) => [answer.holds, answer.lacks])).toEqual([
    [undefined, ['handlers.b.calls[0].sync']],
  ]);
});
