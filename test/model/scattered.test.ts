import { describe, expect, test } from 'vitest';
import { loadModel } from '../../src/model/load.ts';
import { checkFiles } from '../../src/model/result.ts';
import { ModelSchema } from '../../src/model/schema/index.ts';
import { soundModels, type Raw } from './mutants/sound.ts';
import { scatter } from './scattered.ts';

/** All bases in one model, each name with its base before it, and one fault. */
const WHOLE = joined();
const { files, homes } = scatter(WHOLE, 9, 40);

function joined(): Raw {
  const whole: Record<string, Raw> = {};
  for (const [base, model] of soundModels())
    for (const [section, parts] of Object.entries(renamed(model, base)))
      whole[section] = section === 'goals' ? (parts as Raw) : { ...whole[section], ...(parts as Raw) };
  const handlers = whole['handlers'] as Record<string, { publishes: Raw[] }>;
  const [publish] = handlers['outbox-queue.place-order']?.publishes ?? [];
  if (publish !== undefined) publish['via'] = 'after-commit';
  return whole;
}

/** Names of parts become `base.name`, wherever they are used. */
function renamed(model: Raw, base: string): Raw {
  const names = new Set(
    Object.entries(model).flatMap(([section, parts]) => (section === 'goals' ? [] : Object.keys(parts as Raw))),
  );
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return names.has(value) ? `${base}.${value}` : value;
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, key === 'kind' ? inner : rename(inner)]),
    );
  };
  return Object.fromEntries(
    Object.entries(model).map(([section, parts]) => [
      section,
      section === 'goals'
        ? parts
        : Object.fromEntries(Object.entries(parts as Raw).map(([name, part]) => [`${base}.${name}`, rename(part)])),
    ]),
  );
}

describe('a design of forty pages in nine files', () => {
  const loaded = loadModel(files);

  test('is as long as that', () => {
    expect(files).toHaveLength(9);
    expect(files.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(40 * 2500);
  });

  test('is read as the model that was spread over it', () => {
    expect(loaded.model).toEqual(ModelSchema.parse(WHOLE));
    expect(loaded.disagreements).toEqual([]);
    expect(loaded.dangling).toEqual([]);
  });

  test('has each fact where it stands', () => {
    const strayed = [...loaded.places.keys()].flatMap((path) => {
      const part = [...homes.keys()].filter((home) => path === home || path.startsWith(`${home}.`));
      const of = homes.get(part.toSorted((a, b) => b.length - a.length)[0] ?? '') ?? [];
      const place = loaded.placeOf(path);
      if (of.length === 0) return path.includes('.') ? [`${path}: no home`] : [];
      const isHome = of.some(({ file, from, to }) => place?.file === file && place.line >= from && place.line <= to);
      return isHome ? [] : [`${path}: ${place?.file}:${place?.line}`];
    });
    expect(strayed).toEqual([]);
  });

  test('has the value of each fact on its line', () => {
    const texts = new Map(files.map(({ name, text }) => [name, text.split('\n')]));
    const wrong = leaves(WHOLE).flatMap(([path, value]) => {
      const place = loaded.placeOf(path);
      const line = texts.get(place?.file ?? '')?.[(place?.line ?? 0) - 1] ?? '';
      return line.includes(String(value)) ? [] : [`${path}: ${line}`];
    });
    expect(wrong).toEqual([]);
  });

  test('is checked in one call, with the fault and the line it rests on', async () => {
    const { findings } = await checkFiles(files, '0');
    expect(findings.map(({ rule, at }) => `${rule} ${at}`)).toContain(
      'outbox.dual-write handlers.outbox-queue.place-order.publishes[0]',
    );
    const via = findings
      .find(({ rule }) => rule === 'outbox.dual-write')
      ?.facts.find(({ path }) => path.endsWith('.via'));
    const text = files.find(({ name }) => name === via?.file)?.text.split('\n')[(via?.line ?? 0) - 1];
    expect(text?.trim()).toMatch(/^(?:- )?via: after-commit$/);
  });
});

/** Paths of the single values; lists of names are told by their own line. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (Array.isArray(value))
    return value.every((one) => typeof one !== 'object')
      ? []
      : value.flatMap((one, index) => leaves(one, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}
