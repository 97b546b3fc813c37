import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadModel } from '../../../src/model/load.ts';
import { ModelProblem } from '../../../src/model/problem.ts';
import { readConfiguration } from '../../../src/model/readers/configuration/index.ts';
import { ROOT } from '../../house/files.ts';
import { linesOf } from './read.ts';

const SAMPLES = readdirSync(join(ROOT, 'test/model/readers/samples'));
const textOf = (sample: string) => readFileSync(join(ROOT, 'test/model/readers/samples', sample), 'utf8');

const problemOf = (text: string, name = 'x.yaml'): string => {
  try {
    loadModel([{ name, text }]);
    return '';
  } catch (error) {
    if (error instanceof ModelProblem) return error.message;
    throw error;
  }
};

describe('each sample', () => {
  test.each(SAMPLES)('%s is a model that passes the schema, each fact with a line of the file', (sample) => {
    const text = textOf(sample);
    const { placeOf, places } = loadModel([{ name: sample, text }]);
    const lines = text.split('\n').length;
    for (const path of places.keys()) {
      expect(placeOf(path)?.file).toBe(sample);
      expect(placeOf(path)?.line).toBeLessThanOrEqual(lines);
    }
  });
});

describe('what is no configuration', () => {
  test('a model with services is one', () => {
    const text = 'services: { shop: { owner: web } }\n# its image: none, and build: none\n';
    expect(readConfiguration({ name: 'm.yaml', text })).toBeUndefined();
    expect(loadModel([{ name: 'm.yaml', text }]).model.services).toEqual({ shop: { owner: 'web' } });
  });

  test('a file of no known format is refused as a model, with its line', () => {
    expect(problemOf('foo: { bar: 1 }\n')).toMatch(/^x\.yaml, line 1: foo: /);
  });

  test('an older AsyncAPI says what to do', () => {
    expect(problemOf('asyncapi: 2.6.0\nchannels: {}\n')).toBe(
      'x.yaml: AsyncAPI 2.6.0 is not read; convert it to 3.0 with "asyncapi convert"',
    );
  });
});

describe('together', () => {
  const design = {
    name: 'design.md',
    text: '| queue | max deliveries |\n| --- | --- |\n| Uploads | 7 |\n| Clicks | 3 |\n',
  };
  const template = { name: 'template.yaml', text: textOf('template.yaml') };
  const model = { name: 'model.yaml', text: 'channels: { Uploads: { retention: 5d } } # template.yaml:10\n' };

  test('a model counts before configuration, and that before prose; what differs is told', () => {
    const loaded = loadModel([design, template, model]);
    expect(loaded.model.channels?.['Uploads']).toMatchObject({ retention: 5 * 86_400, maxDeliveries: 5 });
    expect(loaded.model.channels?.['Clicks']).toMatchObject({ maxDeliveries: 3, partitions: 4 });
    expect(loaded.disagreements.map(({ path, kept, other }) => [path, kept.file, other.file])).toEqual([
      ['channels.Uploads.retention', 'model.yaml', 'template.yaml'],
      ['channels.Uploads.maxDeliveries', 'template.yaml', 'design.md'],
    ]);
  });

  test('each fact stands where it was read, also beside a design', () => {
    const { placeOf } = loadModel([design, template, model]);
    expect(placeOf('channels.Uploads.maxDeliveries')).toEqual({ file: 'template.yaml', line: 13 });
    expect(placeOf('channels.Clicks.maxDeliveries')).toEqual({ file: 'design.md', line: 4 });
    expect(placeOf('channels.Uploads.retention')).toEqual({ file: 'template.yaml', line: 10 });
  });
});

describe('hostile files', () => {
  const bomb = Array.from({ length: 30 }, (_, level) =>
    level === 0
      ? 'a0: &a0 [x, x]'
      : `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
  ).join('\n');
  const merging = Array.from({ length: 25 }, (_, level) =>
    level === 0
      ? 'm0: &m0 { image: x }'
      : `m${level}: &m${level}\n  <<: [${Array(6)
          .fill(`*m${level - 1}`)
          .join(', ')}]\n  k${level}: 1`,
  ).join('\n');

  test('an alias bomb is read for what it says of services, or refused in one line', () => {
    expect(linesOf('x.yaml', `${bomb}\nservices: { shop: { image: *a29 } }\n`)).toEqual(['31 services.shop = {}']);
    expect(problemOf(`${merging}\nservices:\n  shop:\n    <<: *m24\n`)).toBe(
      'x.yaml: it refers to its own parts too often',
    );
  });

  test('an alias that leads to itself ends', () => {
    const text = 'services:\n  shop: &s\n    image: x\n    deploy: *s\n    <<: *s\n';
    expect(linesOf('x.yaml', text)).toEqual(['2 services.shop = {}']);
  });

  test('a reference that leads to itself ends', () => {
    const text = "asyncapi: 3.0.0\nchannels: { a: { $ref: '#/channels/b' }, b: { $ref: '#/channels/a' } }\n";
    expect(linesOf('x.yaml', text)).toEqual(['2 channels.a = {}', '2 channels.b = {}']);
  });

  test.each([
    ['nesting', `services: { a: { image: ${'['.repeat(10_000)}${']'.repeat(10_000)} } }`],
    ['lists in lists', `services:\n  a:\n    image:\n      ${'- '.repeat(20_000)}x\n`],
  ])('10,000-deep %s is refused in one line', (_, text) => {
    expect(problemOf(text)).toMatch(/^x\.yaml: [^\n]*deep/);
  });

  test('5 MB are refused in one line', () => {
    expect(problemOf(`services: { a: { image: ${'x'.repeat(5_000_000)} } }`)).toBe(
      'x.yaml: it is larger than 1 MiB; give a smaller part of it',
    );
  });

  test('values of other kinds than expected leave the rest readable', () => {
    const odd = fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.double(),
      fc.string({ maxLength: 12 }),
      fc.constant([]),
      fc.constant({}),
      fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
      fc.dictionary(fc.string({ maxLength: 4 }), fc.integer(), { maxKeys: 2 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...SAMPLES.filter((name) => name !== 'catalog-info.yaml')),
        fc.nat(),
        odd,
        (sample, seed, value) => {
          const whole = parse(textOf(sample), { logLevel: 'silent', merge: true }) as unknown;
          const text = stringify(replaced(whole, seed, value));
          const message = problemOf(text, sample.replace(/\..*/, '.yaml'));
          expect(message.split('\n')).toHaveLength(1);
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);
});

/** The value with one of its inner values replaced. */
function replaced(whole: unknown, seed: number, value: unknown): unknown {
  const paths: string[][] = [];
  const walk = (at: unknown, path: string[]) => {
    if (path.length > 0) paths.push(path);
    if (typeof at === 'object' && at !== null)
      for (const [key, inner] of Object.entries(at)) walk(inner, [...path, key]);
  };
  walk(whole, []);
  const path = paths[seed % paths.length] ?? [];
  const copy = structuredClone(whole) as Record<string, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1) ?? ''] = value;
  return copy;
}
