import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadRulePage } from '../../src/library/rule.ts';
import { Design } from '../../src/model/design.ts';
import { outcomesOf } from '../../src/model/check.ts';
import { RULES } from '../../src/model/catalogue.ts';
import { ModelSchema } from '../../src/model/schema/index.ts';
import { ROOT, filesUnder } from '../house/files.ts';

const pages = new Map(await Promise.all(RULES.map(async ({ id }) => [id, await loadRulePage(id)] as const)));

const held = (text: string, id: string) => {
  const rules = RULES.filter((rule) => rule.id === id);
  return outcomesOf(new Design(ModelSchema.parse(parse(text))), rules).map(({ answer }) => answer.holds);
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
    const answers = held(text, id);
    if (outcome === 'violates') expect(answers).toContain(true);
    else expect([...new Set(answers)]).toEqual([false]);
  });

  test.each(examples)('it accuses nobody of what is unstated: line $line', ({ outcome, text }) => {
    const whole = parse(text) as unknown;
    // In an example that violates, the fault may stand on other facts than the one that is taken away.
    const accused = leaves(whole).filter((path) => held(stringify(without(whole, path)), id).includes(true));
    expect(outcome === 'satisfies' ? accused : accused.filter((path) => path.length === 0)).toEqual([]);
  });
});

type Path = (string | number)[];

function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function without(value: unknown, path: Path): unknown {
  const copy = structuredClone(value);
  let at = copy as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) at = at[part] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (Array.isArray(at)) at.splice(Number(last), 1);
  else Reflect.deleteProperty(at, last);
  return copy;
}

test('a fact that is taken away leaves the fault open, and is named', () => {
  const text = 'channels:\n  payments: { maxDeliveries: 5 }\n';
  const [outcome] = outcomesOf(
    new Design(ModelSchema.parse(parse(text))),
    RULES.filter(({ id }) => id === 'queue.silent-loss'),
  );
  expect(outcome?.answer).toMatchObject({ holds: undefined, lacks: ['channels.payments.dlq'] });
});
