import specs from '@asyncapi/specs';
import { Ajv } from 'ajv';
import validate from 'asl-validator';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../house/files.ts';

const textOf = (sample: string) => readFileSync(join(ROOT, 'test/model/readers/samples', sample), 'utf8');

test('the sample of AsyncAPI is one by the official schema', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const check = ajv.compile(specs.schemasWithoutId['3.0.0'] as object);
  check(parse(textOf('asyncapi.yaml')));
  expect(check.errors ?? []).toEqual([]);
});

test('the sample of the Amazon States Language is one by its validator', () => {
  const { isValid, errors } = validate(JSON.parse(textOf('trip.asl.json')), { checkArn: false, checkPaths: true });
  expect(errors).toEqual([]);
  expect(isValid).toBe(true);
});
