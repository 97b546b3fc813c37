import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';

const schema: object = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

/** The schema that the standard's makers publish, which allows more than a log of ours needs. */
const validator = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(validator);
const validate = validator.compile(schema);

/** What the official schema of SARIF 2.1.0 finds wrong with a log. */
export function officialErrors(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
